import { fromHtml } from '#markdown/from-html.ts';
import { withWordLists } from './word-lists.ts';

/** What only says how things look, or is said for one program. */
const LOOKS =
  /<!--(?!(?:Start|End)Fragment)[\s\S]*?-->|<(style|xml|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<\?xml[^>]*>/gi;

/** HTML from the clipboard as clean Markdown. Nothing in it is loaded and nothing runs. */
export function pastedMarkdown(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  const fragment = start >= 0 && end > start ? html.slice(start, end) : html;
  const lists = withWordLists(withHeads(inTable(fragment)));
  const clean = lists
    .replace(LOOKS, '')
    // Conditional comments, as Word marks what is for old programs; what stands between them stays.
    .replace(/<!\[[^\]]*\]>/g, '')
    // Google Docs puts everything into one bold element that is not bold.
    .replace(/<b\s[^>]*(?<![-\w])font-weight:\s*normal[^>]*>/gi, '<span>')
    .replace(/&nbsp;|\u00a0/g, ' ');
  return fromHtml(clean, () => null);
}

/** Cells that were copied without their table, as Excel marks the fragment. */
const inTable = (fragment: string): string =>
  /^\s*(?:<!--StartFragment-->)?\s*(?:<col\b|<tr\b)/i.test(fragment) ? `<table>${fragment}</table>` : fragment;

/** Office tables have no header cells: their first row is the head, as Markdown demands one. */
const withHeads = (html: string): string =>
  html.replace(/<table\b[^>]*>(?:(?!<table\b|<tr\b)[\s\S])*<tr\b[^>]*>([\s\S]*?)<\/tr\s*>/gi, (top, row: string) =>
    /<th\b/i.test(row) ? top : top.replace(row, () => row.replace(/<(\/?)td\b/gi, '<$1th')),
  );
