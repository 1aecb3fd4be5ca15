import { placeOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

/** Of no use to a reader, so nobody misses them. */
const SILENT =
  /^(?:classname|class|data[a-z]*|aria[a-z]*|role|target|rel|tabindex|align|valign|width|height|border|cellpadding|cellspacing|bgcolor)$/;

export const rawHtmlDropped: PageRule = {
  id: 'raw-html-dropped',
  level: 'warning',
  why: 'The app shows a safe part of HTML; this piece is left out, and readers do not know that it was there.',
  *checkPage({ parsed }) {
    const told = new Set<string>();
    for (const dropped of parsed.dropped) {
      const { what } = dropped;
      const isElement = what.startsWith('<');
      if (!isElement && (!/^[a-z]+$/.test(what) || SILENT.test(what) || told.has(what))) continue;
      told.add(what);
      const name = isElement ? what : `attribute ${what}`;
      const message = `Unexpected HTML ${name}, which is left out, expected Markdown`;
      yield { ...placeOf(dropped), message, fix: 'Say it in Markdown, or remove it.' };
    }
  },
};
