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
    const close = next(shape.close, from);
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

/** The quoted texts of a tag, in order; and its named ones (`alt: "x"`, `alt="x"`). */
export function quoted(rest: string): {
  readonly texts: readonly string[];
  readonly named: ReadonlyMap<string, string>;
} {
  const texts: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single] of rest.matchAll(/(?:([\w-]+)\s*[:=]\s*)?(?:"([^"]*)"|'([^']*)')/g)) {
    const text = double ?? single ?? '';
    if (name) named.set(name.toLowerCase(), text);
    else texts.push(text);
  }
  return { texts, named };
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
