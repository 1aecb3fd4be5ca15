const ITEM = /<p\b([^>]*\bmso-list:[^>]*)>([\s\S]*?)<\/p\s*>/gi;
/** Word draws the sign of an item itself and says that it is for programs that do not know lists. */
const SIGN = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?>/i;

interface Item {
  readonly level: number;
  readonly isNumbered: boolean;
  readonly html: string;
}

/** The lists of Word, which are paragraphs that look like items, as lists. */
export function withWordLists(html: string): string {
  if (!html.includes('mso-list:')) return html;
  const out: string[] = [];
  let items: Item[] = [];
  let at = 0;
  for (const match of html.matchAll(ITEM)) {
    const between = html.slice(at, match.index);
    if (between.trim() !== '') {
      out.push(listOf(items), between);
      items = [];
    }
    const item = itemOf(match[1] ?? '', match[2] ?? '');
    if (item) items.push(item);
    else {
      out.push(listOf(items), match[0]);
      items = [];
    }
    at = match.index + match[0].length;
  }
  out.push(listOf(items), html.slice(at));
  return out.join('');
}

/** `null` for a paragraph that says it has no sign (`mso-list:none`). */
function itemOf(attributes: string, html: string): Item | null {
  const level = Number(/\bmso-list:[^;"']*\blevel(\d)/.exec(attributes)?.[1] ?? 0);
  const sign = SIGN.exec(html);
  if (level === 0 || !sign) return null;
  const shown = (sign[1] ?? '').replace(/<[^>]*>|&nbsp;|\s/g, '');
  return {
    level,
    isNumbered: /^[\p{L}\d]{1,4}[.)]/u.test(shown) && !/^o$/.test(shown),
    html: html.replace(sign[0], ''),
  };
}

function listOf(items: readonly Item[]): string {
  const open: ('ol' | 'ul')[] = [];
  let html = '';
  for (const { level, isNumbered, html: words } of items) {
    while (open.length > level) html += `</li></${open.pop()}>`;
    const kind = isNumbered ? 'ol' : 'ul';
    if (open.length === level && open.at(-1) !== kind) html += `</li></${open.pop()}>`;
    if (open.length === level) html += '</li>';
    // An item may begin deeper than the one above by more than one level.
    else
      while (open.length < level) {
        open.push(kind);
        html += open.length < level ? `<${kind}><li>` : `<${kind}>`;
      }
    html += `<li>${words}`;
  }
  while (open.length > 0) html += `</li></${open.pop()}>`;
  return html;
}
