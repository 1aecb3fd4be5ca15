import { noteHtml } from '#bundle/note-html.ts';
import { bundleAnswers } from './bundle-answers.ts';
import { packAnswers } from './pack-answers.ts';
import type { ReaderAnswers } from './serve.ts';
import { sourceAnswers } from './source-answers.ts';

/** Everything the process for files of others can be asked. */
export const readerAnswers = (): ReaderAnswers => ({
  ...bundleAnswers(),
  ...packAnswers(),
  ...sourceAnswers(),
  'note:html': async ({ markdown, files }) => noteHtml(markdown, files),
});
