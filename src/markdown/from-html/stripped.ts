/** Elements that only say how things look, or are said for one program. */
const WHOLE = ['style', 'script', 'xml', 'title'];
const KEPT_COMMENT = /^<!--\s*\[(?:if !supportLists|endif)\]/i;
/** Word says its formulas only to programs that know them. */
const FORMULA = /^<!--\[if gte msequation \d+\]>/;
/** A tag around the whole that nothing ends. */
const WRAPPER = /^<\/?google-sheets-html-origin>/;
const NAME = /^<([a-z][a-z0-9]*)/i;

/**
 * HTML without what nobody reads: looks, scripts, comments and pictures written out as text make most of what office
 * programs and mail hand over. One walk from start to end.
 */
export function strippedHtml(html: string): string {
  const small = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const gone = new Set<string>();
  /** Where a text stands after a place; what was not found once is not looked for again. */
  const find = (text: string, from: number): number => {
    if (gone.has(text)) return -1;
    const at = small.indexOf(text, from);
    if (at < 0) gone.add(text);
    return at;
  };
  const out: string[] = [];
  let kept = 0;
  let at = small.indexOf('<');
  while (at >= 0) {
    const end = endOf(small, at, find);
    if (end > at) {
      out.push(html.slice(kept, at));
      kept = end;
    }
    at = small.indexOf('<', Math.max(end, at + 1));
  }
  out.push(html.slice(kept));
  return out.join('').replace(/(\bsrc\s*=\s*["']?data:)[^"'\s>]*/gi, '$1');
}

/** Where what begins here ends, when nobody reads it; else where it begins. */
function endOf(small: string, at: number, find: (text: string, from: number) => number): number {
  if (small.startsWith('<!--', at)) {
    const start = small.slice(at, at + 40);
    if (KEPT_COMMENT.test(start)) return at;
    const formula = FORMULA.exec(start)?.[0];
    if (formula !== undefined) return at + formula.length;
    const end = find('-->', at + 4);
    return end < 0 ? at : end + 3;
  }
  const wrapper = WRAPPER.exec(small.slice(at, at + 40))?.[0];
  if (wrapper !== undefined) return at + wrapper.length;
  const name = NAME.exec(small.slice(at, at + 12))?.[1] ?? '';
  if (!WHOLE.includes(name) || !/[\s/>]/.test(small[at + 1 + name.length] ?? '')) return at;
  const end = find(`</${name}`, at);
  if (end < 0) return at;
  const close = find('>', end);
  return close < 0 ? at : close + 1;
}

/** Tags that stand inside words. */
const INSIDE =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|tt|u|var|wbr|o:p)(?=[\s/>])/i;
const SHIFT = /^<(\/?su[pb])(?=[\s>])/i;

/** What stands between the tags, for HTML that is too much to be read. Markdown reads the character references itself. */
export const wordsBetween = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, (tag) => {
      if (INSIDE.test(tag)) return '';
      const shift = SHIFT.exec(tag)?.[1];
      if (shift !== undefined) return `<${shift.toLowerCase()}>`;
      return /^<\/?t[dh]\b/i.test(tag) ? ' ' : '\n';
    })
    .split(/\r\n|\r|\n/)
    .flatMap((line) => line.replace(/[ \t]+/g, ' ').trim() || [])
    .join('\n\n');
