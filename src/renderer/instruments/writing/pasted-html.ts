import { fromHtml } from '#markdown/from-html.ts';

const START = '<!--StartFragment-->';
const END = '<!--EndFragment-->';

/** HTML from the clipboard as clean Markdown. Nothing in it is loaded and nothing runs. */
export const pastedMarkdown = (html: string): string => fromHtml(fragmentOf(html), () => null, { headFirst: true });

/** What was copied; around it stand only elements that it lay in, and a table is one that is needed. */
function fragmentOf(html: string): string {
  const start = html.indexOf(START);
  const end = html.lastIndexOf(END);
  return start >= 0 && end > start ? html.slice(start + START.length, end) : html;
}
