import type { Root } from 'hast';
import { LIMITS } from '#domain/limits.ts';
import { readBlocks } from './from-html/flow.ts';
import { strippedHtml, wordsBetween } from './from-html/stripped.ts';
import { writeMarkdown } from './from-html/write.ts';
import { guardHtml } from './html-guard.ts';
import { visibleText } from './invisible.ts';
import { readHtml } from './processor.ts';
import { Report } from './report.ts';

export interface FromHtmlOptions {
  /** The first row of a table is its head where none is said to be, as office programs mean it. */
  readonly headFirst?: boolean;
}

/**
 * HTML of another program as Markdown: what was seen there is what is read here. Nothing is loaded, nothing runs, and
 * what Markdown has no sign for is a tag that pages allow. HTML over the limits gives its words alone.
 * @param nameOf how a picture is called in the Markdown, by its address; one without a name leaves its alternative text
 */
export function fromHtml(
  html: string,
  nameOf: (src: string) => string | null,
  { headFirst = false }: FromHtmlOptions = {},
): string {
  const lean = strippedHtml(html);
  const words = (): string => visibleText(wordsBetween(lean));
  if (lean.length > LIMITS.pageSource) return words();
  const raw = { type: 'root', children: [{ type: 'raw', value: inTable(lean) }] } as unknown as Root;
  if (guardHtml(raw, new Report(lean)) !== null) return words();
  const children = readBlocks(readHtml(raw, lean), { nameOf, headFirst });
  return writeMarkdown({ type: 'root', children }).trim();
}

/** Cells that were copied without their table. */
const inTable = (html: string): string =>
  /^\s*<(?:col|colgroup|tr|td|th|thead|tbody|tfoot)\b/i.test(html) ? `<table>${html}</table>` : html;
