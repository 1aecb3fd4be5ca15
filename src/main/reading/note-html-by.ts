import type { HtmlOf } from '#bundle/write-bundle.ts';
import { type Reader, ReadingEnded } from './reader.ts';

/** Makes HTML of notes in the process for files of others; words that cost too much stay Markdown. */
export const noteHtmlBy =
  (reader: Reader): HtmlOf =>
  async (markdown, files) => {
    try {
      return await reader.ask('note:html', { markdown, files });
    } catch (error) {
      if (error instanceof ReadingEnded) return null;
      throw error;
    }
  };
