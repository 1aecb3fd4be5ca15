import { codeRanges, insideOf } from './code-ranges.ts';

/** An address in a page: `start` to before `end` in the text is what the author wrote, without `<` and quotes. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly address: string;
  /** `definition`: `[name]: address`, which a link or a picture may use. */
  readonly kind: 'link' | 'image' | 'definition';
  /** Written in HTML, so quotes and ampersands mean something else. */
  readonly html: boolean;
}

/** Finds the addresses of links and pictures outside code, in order, in time in proportion to the text. */
export function scanLinks(text: string): FoundLink[] {
  const inCode = insideOf(codeRanges(text));
  const found: FoundLink[] = [];
  let open: { readonly at: number; readonly image: boolean }[] = [];
  const marks = /\\.|[[\]]|\n[ \t]*\n|<(?:a|img)\b[^>]{0,2000}>/gis;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const [mark] = match;
    if (mark.startsWith('\\') || inCode(match.index)) {
      if (mark.length > 1 && !mark.startsWith('\\')) marks.lastIndex = match.index + 1;
      continue;
    }
    if (mark === '[') open.push({ at: match.index, image: text[match.index - 1] === '!' });
    else if (mark.startsWith('\n')) open = [];
    else if (mark.startsWith('<')) pushHtml(mark, match.index, found);
    else {
      const bracket = open.pop();
      if (!bracket) continue;
      const target = targetAfter(text, match.index, bracket.at);
      if (!target) continue;
      const kind = target.definition ? 'definition' : bracket.image ? 'image' : 'link';
      const address = text.slice(target.start, target.end);
      found.push({ start: target.start, end: target.end, address, kind, html: false });
      // What stands in the address cannot be a link; what stands in the words can, and was found before.
      marks.lastIndex = Math.max(marks.lastIndex, target.end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Target {
  readonly start: number;
  readonly end: number;
  readonly definition: boolean;
}

/** The address after a closing bracket: `](address`, `]: address`. */
function targetAfter(text: string, close: number, open: number): Target | null {
  const next = text[close + 1];
  const before = next === ':' ? text.slice(Math.max(0, open - 9), open) : '';
  const starts = /(?:^|\n)[ >]{0,8}$/.test(before) && (open < 9 || before.includes('\n'));
  const definition = next === ':' && starts && text[open + 1] !== '^';
  if (next !== '(' && !definition) return null;
  let start = close + 2;
  while (/[ \t\n]/.test(text[start] ?? '') && start < close + 10) start += 1;
  if (text[start] === '<') {
    const end = text.slice(start, start + 2_100).search(/>|\n/);
    return end > 0 && text[start + end] === '>' ? { start: start + 1, end: start + end, definition } : null;
  }
  let depth = 0;
  let end = start;
  for (; end < text.length && end < start + 2_100; end += 1) {
    const char = text[end] ?? '';
    if (/\s/.test(char)) break;
    if (char === '\\') end += 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && !definition) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return end > start || !definition ? { start, end, definition } : null;
}

function pushHtml(tag: string, at: number, found: FoundLink[]): void {
  const image = /^<img/i.test(tag);
  const attribute = image
    ? /\ssrc\s*=\s*("([^"]*)"|'([^']*)')/i.exec(tag)
    : /\shref\s*=\s*("([^"]*)"|'([^']*)')/i.exec(tag);
  if (!attribute) return;
  const address = attribute[2] ?? attribute[3] ?? '';
  const start = at + attribute.index + attribute[0].length - 1 - address.length;
  found.push({ start, end: start + address.length, address, kind: image ? 'image' : 'link', html: true });
}
