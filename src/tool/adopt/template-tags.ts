import { codeRanges, insideOf, type Range } from './code-ranges.ts';
import type { DialectContext } from './dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from './draft.ts';
import { lineAround } from './line-around.ts';

/** A piece of a template language: Liquid, Nunjucks, Jinja, Hugo, ERB. */
export interface TemplateTag extends Range {
  /** `{% %}` tag, `{{ }}` output, `{# #}` comment, `{{< >}}` shortcode, `<% %>` erb. */
  readonly kind: 'tag' | 'output' | 'comment' | 'shortcode' | 'erb';
  /** First word: `include`, `endif`, `page.title`. */
  readonly name: string;
  /** What follows the first word. */
  readonly rest: string;
  /** Everything between the braces, trimmed. */
  readonly inner: string;
}

const SHAPES = [
  { open: '{{<', close: '>}}', kind: 'shortcode' },
  { open: '{{%', close: '%}}', kind: 'shortcode' },
  { open: '{{', close: '}}', kind: 'output' },
  { open: '{%', close: '%}', kind: 'tag' },
  { open: '{#', close: '#}', kind: 'comment' },
  { open: '<%', close: '%>', kind: 'erb' },
] as const;

/** A tag longer than this is taken for text. */
const LONGEST = 4_000;

/** The template tags of a text outside code, in order. */
export function templateTags(text: string): TemplateTag[] {
  const tags: TemplateTag[] = [];
  const inCode = insideOf(codeRanges(text));
  const next = nextOf(text);
  const start = /\{[{%#]|<%/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    if (inCode(found.index)) continue;
    const shape = SHAPES.find(({ open }) => text.startsWith(open, found.index));
    if (!shape) continue;
    const from = found.index + shape.open.length;
    let close = next(shape.close, from);
    // An end inside quotation marks is not one, where there is another end after them.
    for (
      let tries = 0;
      close !== -1 && tries < 3 && isInQuotes(text.slice(from, Math.min(close, from + LONGEST)));
      tries += 1
    ) {
      const later = text.indexOf(shape.close, close + 1);
      if (later === -1 || later - from > LONGEST || text.slice(close, later).includes('\n')) break;
      close = later;
    }
    if (close === -1 || close - from > LONGEST) continue;
    const inner = text
      .slice(from, close)
      .replace(/^[-~]|[-~]$/g, '')
      .trim();
    if (shape.kind === 'comment' && inner.includes('\n\n')) continue;
    const [name = ''] = /^\/?\s*[^\s:(|"',]*/.exec(inner) ?? [];
    const end = close + shape.close.length;
    tags.push({ kind: shape.kind, name, rest: inner.slice(name.length).trim(), inner, start: found.index, end });
    start.lastIndex = end;
  }
  return tags;
}

/** Whether a text ends inside quotation marks: `{{ "{% x` is not over. An apostrophe in a word is none. */
function isInQuotes(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || (char === "'" && !/\w/.test(text[at - 1] ?? ''))) quote = char;
  }
  return quote !== '';
}

/** `indexOf` that remembers: offsets are asked for in rising order, and each part of the text is read once. */
function nextOf(text: string): (wanted: string, from: number) => number {
  const last = new Map<string, number>();
  return (wanted, from) => {
    const before = last.get(wanted);
    if (before !== undefined && (before === -1 || before >= from)) return before;
    const found = text.indexOf(wanted, from);
    last.set(wanted, found);
    return found;
  };
}

/** A tag, the tag that closes it, and what stands between them. */
export interface TemplateBlock extends Range {
  readonly open: TemplateTag;
  readonly body: string;
}

/** Outermost blocks `{% name … %} … {% endname %}` of the given names. An unclosed one is no block. */
export function templateBlocks(text: string, names: readonly string[]): TemplateBlock[] {
  const blocks: TemplateBlock[] = [];
  let open: TemplateTag | null = null;
  let depth = 0;
  for (const tag of templateTags(text)) {
    if (tag.kind !== 'tag') continue;
    if (!open) {
      if (!names.includes(tag.name)) continue;
      open = tag;
      depth = 1;
    } else if (tag.name === open.name) depth += 1;
    else if (tag.name === `end${open.name}`) {
      depth -= 1;
      if (depth > 0) continue;
      blocks.push({ open, body: text.slice(open.end, tag.start), start: open.start, end: tag.end });
      open = null;
    }
  }
  return blocks;
}

/** What takes a tag's place, and the words for the report; `null` leaves the tag to the next dialect. */
export type Replacement = { readonly text: string; readonly done: string } | null;

export function replaceTags<T extends Range>(
  draft: Draft,
  context: DialectContext,
  tags: readonly T[],
  replace: (tag: T) => Replacement,
): Draft {
  const lineAt = lineFinder(draft);
  const edits: Edit[] = [];
  for (const tag of tags) {
    const made = replace(tag);
    if (!made) continue;
    context.note(lineAt(tag.start), draft.text.slice(tag.start, tag.end), made.done);
    edits.push({ start: tag.start, end: tag.end, text: made.text });
  }
  return applyEdits(draft, edits);
}

/** The quoted texts of a tag, in order; its named ones (`alt: "x"`, `alt=x`), by small name; and its words without quotes. */
export function quoted(rest: string): {
  readonly texts: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly bare: readonly string[];
} {
  const texts: string[] = [];
  const named = new Map<string, string>();
  const bare: string[] = [];
  const parts =
    /(?:(?<![\w-])([\w-]+)\s*[:=]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)|(?<![\w-])([\w-]+)=([^\s"'`,]+)|([^\s"'`,=:|(){}[\]]+)/g;
  for (const [, name, double, single, back, key, value, word] of rest.matchAll(parts)) {
    if (key !== undefined) named.set(key.toLowerCase(), value ?? '');
    else if (word !== undefined) bare.push(word);
    else {
      const text = back ?? (double ?? single ?? '').replace(/\\(["'\\])/g, '$1');
      if (name) named.set(name.toLowerCase(), text);
      else texts.push(text);
    }
  }
  return { texts, named, bare };
}

/** The tag that closes each opening one: `{% endx %}`, `{{< /x >}}`. */
export function tagPairs(tags: readonly TemplateTag[]): ReadonlyMap<TemplateTag, TemplateTag> {
  const pairs = new Map<TemplateTag, TemplateTag>();
  const open: TemplateTag[] = [];
  const waiting = new Map<string, number>();
  for (const tag of tags) {
    const closed = closedBy(tag);
    if (closed === null) {
      if (tag.kind !== 'tag' && tag.kind !== 'shortcode') continue;
      open.push(tag);
      waiting.set(tag.name, (waiting.get(tag.name) ?? 0) + 1);
      continue;
    }
    if ((waiting.get(closed) ?? 0) === 0) continue;
    for (let last = open.pop(); last; last = open.pop()) {
      waiting.set(last.name, (waiting.get(last.name) ?? 1) - 1);
      if (last.name !== closed) continue;
      pairs.set(last, tag);
      break;
    }
  }
  return pairs;
}

/** The name of the tag that this one closes; `null` for one that closes nothing. */
export function closedBy(tag: TemplateTag): string | null {
  if (tag.kind === 'tag' && /^end[\w-]+$/.test(tag.name)) return tag.name.slice(3);
  if (tag.kind === 'tag' && tag.name.startsWith('/')) return tag.name.slice(1).trim();
  if (tag.kind === 'shortcode' && tag.name.startsWith('/')) return tag.name.slice(1).trim();
  return null;
}

/** The value of front matter that a tag prints: `page.title`, `current_page.data.title`, `.Params.x`; else `null`. */
export function frontValue(tag: TemplateTag, frontMatter: DialectContext['frontMatter']): string | null {
  const [expression = ''] = tag.inner.replace(/^[=-]+\s*/, '').split(/(?<!\s)\s*\|/);
  const named = /^(?:param|meta|var)\s+["']?([\w.-]+)["']?$/.exec(expression.trim())?.[1];
  const path = named ?? expression.trim();
  if (!/^[$.]?[\w$-]+(?:\.[\w-]+)*$/.test(path)) return null;
  const plain = path.replace(
    /^[$.]*(?:(?:current_page\.data|current_page|Page\.Params|page|this|meta|metadata|front_?matter|doc|document|post|data|Params|Page|attributes)\.)*/i,
    '',
  );
  let value: unknown = frontMatter;
  for (const key of plain.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    const entry = Object.entries(value).find(
      ([name]) => name === key || name === key.replace(/^[A-Z]/, (c) => c.toLowerCase()),
    );
    value = entry?.[1];
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Whether an offset stands between `<tag` and its `>`. */
export function insideHtmlTag(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 500), offset);
  const open = before.lastIndexOf('<');
  return open > before.lastIndexOf('>') && /^<\/?[a-z]/i.test(before.slice(open));
}

/** Whether a range stands alone on its lines. */
export function isAlone(text: string, { start, end }: Range): boolean {
  const { before, after, whole } = lineAround(text, start, end);
  return whole && before.trim() === '' && after.trim() === '';
}

/** Whether the paragraph around an offset began with an HTML tag. */
export function isInHtml(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 5_000), offset);
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1).trimStart();
  return /^<\/?[a-z]/i.test(paragraph);
}
