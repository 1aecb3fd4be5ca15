import { codeRanges, insideOf, type Range } from './code-ranges.ts';

/** A tag as JSX writes it, outside code. */
export interface JsxTag extends Range {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'alone';
  /** Texts in quotation marks, and simple expressions that are texts; `true` for a name alone. */
  readonly attributes: ReadonlyMap<string, string | true>;
  /** Names whose value is an expression that is no text. */
  readonly expressions: ReadonlyMap<string, string>;
}

/** A tag longer than this is taken for text. */
const LONGEST = 6_000;
/** A page with more tags that cannot be read is not JSX. */
const MOST_UNREAD = 200;

/** The tags of components (`<Tab label="a">`), and of HTML with expressions in it (`<img src={x}>`), in order. */
export function jsxTags(text: string): JsxTag[] {
  const tags: JsxTag[] = [];
  const inCode = insideOf(codeRanges(text));
  let unread = 0;
  const start = /<(\/?)([A-Za-z][\w.]*)(?=[\s/>])/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    if (inCode(found.index)) continue;
    const [whole, slash = '', name = ''] = found;
    const tag = tagAt(text, found.index, found.index + whole.length, name, slash === '/');
    if (tag === null) {
      unread += 1;
      if (unread > MOST_UNREAD) break;
      continue;
    }
    if (!/^[A-Z]/.test(name) && tag.expressions.size === 0 && !braced.test(text.slice(tag.start, tag.end))) continue;
    tags.push(tag);
    start.lastIndex = tag.end;
  }
  return tags;
}

const braced = /=\s*\{/;

function tagAt(text: string, start: number, from: number, name: string, closing: boolean): JsxTag | null {
  const attributes = new Map<string, string | true>();
  const expressions = new Map<string, string>();
  const stop = Math.min(text.length, start + LONGEST);
  let at = from;
  while (at < stop) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (text[at] === '>')
      return { name, kind: closing ? 'close' : 'open', attributes, expressions, start, end: at + 1 };
    if (text.startsWith('/>', at)) return { name, kind: 'alone', attributes, expressions, start, end: at + 2 };
    if (text[at] === '{') {
      const end = expressionEnd(text, at, stop);
      if (end === -1) return null;
      at = end;
      continue;
    }
    const key = /^[\w:@.-]{1,80}/.exec(text.slice(at, at + 80))?.[0];
    if (key === undefined) return null;
    at += key.length;
    if (!/^\s{0,9}=/.test(text.slice(at, at + 10))) {
      attributes.set(key, true);
      continue;
    }
    at = text.indexOf('=', at) + 1;
    while (/\s/.test(text[at] ?? '')) at += 1;
    const quote = text[at] ?? '';
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, at + 1);
      if (end === -1 || end > stop) return null;
      attributes.set(key, text.slice(at + 1, end).replace(/\s+/g, ' '));
      at = end + 1;
    } else if (quote === '{') {
      const end = expressionEnd(text, at, stop);
      if (end === -1) return null;
      const inner = text.slice(at + 1, end - 1).trim();
      const plain = textOf(inner);
      if (plain === null) expressions.set(key, inner);
      else attributes.set(key, plain);
      at = end;
    } else {
      const bare = /^[^\s"'`=<>{}/]{1,500}/.exec(text.slice(at, at + 500))?.[0];
      if (bare === undefined) return null;
      attributes.set(key, bare);
      at += bare.length;
    }
  }
  return null;
}

/** Where an expression in braces ends, texts and braces in it counted; -1 where it does not. */
export function expressionEnd(text: string, open: number, stop: number): number {
  let depth = 0;
  for (let at = open; at < stop; at += 1) {
    const char = text[at] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      const close = text.indexOf(char, at + 1);
      // An apostrophe in words has no partner on its line.
      if (close !== -1 && close < stop && !text.slice(at, close).includes('\n')) at = close;
    } else if ('{[('.includes(char)) depth += 1;
    else if ('}])'.includes(char)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** `"a"`, `` `a` ``, `300`, `require('a').default`, `useBaseUrl('a')`: the text of a simple expression. */
export function textOf(expression: string): string | null {
  const called =
    /^(?:require|useBaseUrl|withBase|url|asset|import\.meta\.\w+|new URL)\(\s*(["'`])([^"'`\n]*)\1[^()]*\)(?:\.default|\.src|\.href)?$/.exec(
      expression,
    );
  if (called) return (called[2] ?? '').replace(/^@site\/(?:static\/)?/, '/');
  const quoted = /^(["'`])([^"'`]*)\1$/.exec(expression);
  if (quoted && !quoted[2]?.includes('${')) return (quoted[2] ?? '').replace(/\s+/g, ' ');
  return /^-?\d+(?:\.\d+)?$/.test(expression) ? expression : null;
}
