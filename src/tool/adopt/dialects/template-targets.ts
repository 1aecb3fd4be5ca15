import { codeRanges, insideOf } from '../code-ranges.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { applyEdits, type Edit, lineFinder } from '../draft.ts';
import { frontValue, quoted, type TemplateTag, templateTags } from '../template-tags.ts';
import { SITE_ROOT } from './template-links.ts';

/** An address longer than this is none. */
const LONGEST = 2_000;

/**
 * Templates inside the address of a link or picture: `[a]({% page "/b/" %})`, `[a]({{ site.baseurl }}/b)`. A path in it
 * is the address. Where nobody can say what it would be, the link goes and its words stay.
 */
export const templateTargets: Dialect = {
  id: 'template-link',
  apply(draft, context) {
    const { text } = draft;
    const tags = new Map(templateTags(text).map((tag) => [tag.start, tag]));
    if (tags.size === 0) return draft;
    const inCode = insideOf(codeRanges(text));
    const lineAt = lineFinder(draft);
    const edits: Edit[] = [];
    const opens = /\]\(/g;
    for (let found = opens.exec(text); found; found = opens.exec(text)) {
      if (inCode(found.index)) continue;
      const target = targetAt(text, found.index + 2, tags);
      if (target === null || target.tags.length === 0) continue;
      const address = addressOf(target.parts, context);
      const whole = text.slice(target.start, target.end);
      const line = lineAt(found.index);
      if (address !== null) {
        context.note(line, whole, 'replaced by the address itself');
        edits.push({ start: target.start, end: target.end, text: encode(address) });
        continue;
      }
      const bracket = openingBracket(text, found.index);
      if (bracket === null) continue;
      context.note(line, whole, 'the link is taken away: its address is not in the page');
      const image = text[bracket - 1] === '!' ? 1 : 0;
      edits.push({ start: bracket - image, end: bracket + 1, text: '' });
      edits.push({ start: found.index, end: target.close + 1, text: '' });
    }
    edits.sort((a, b) => a.start - b.start);
    return applyEdits(draft, withoutOverlap(edits));
  },
};

/** Edits in order, without those that stand in another: a picture in the words of a link that goes. */
export function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let done = 0;
  return edits.filter((edit) => {
    if (edit.start < done) return false;
    done = edit.end;
    return true;
  });
}

interface Target {
  readonly start: number;
  readonly end: number;
  /** Offset of the bracket that closes it. */
  readonly close: number;
  readonly tags: readonly TemplateTag[];
  readonly parts: readonly (string | TemplateTag)[];
}

function targetAt(text: string, from: number, tags: ReadonlyMap<number, TemplateTag>): Target | null {
  const parts: (string | TemplateTag)[] = [];
  const found: TemplateTag[] = [];
  let at = from;
  while (text[at] === ' ') at += 1;
  if (text[at] === '<') at += 1;
  const start = at;
  let depth = 0;
  while (at < text.length && at < start + LONGEST) {
    const tag = tags.get(at);
    const char = text[at] ?? '';
    if (tag) {
      parts.push(tag);
      found.push(tag);
      at = tag.end;
    } else if (char === ')' && depth === 0) return { start, end: at, close: at, tags: found, parts };
    else if (/[\s>]/.test(char)) {
      const rest = /^>?[ \t]*(?:"[^"\n]*"|'[^'\n]*')?[ \t]*\)/.exec(text.slice(at, at + 500))?.[0];
      return rest === undefined ? null : { start, end: at, close: at + rest.length - 1, tags: found, parts };
    } else {
      depth += char === '(' ? 1 : char === ')' ? -1 : 0;
      parts.push(char);
      at += 1;
    }
  }
  return null;
}

function addressOf(parts: readonly (string | TemplateTag)[], context: DialectContext): string | null {
  const made = parts.map((part) => (typeof part === 'string' ? part : tagAddress(part, context)));
  const address = made.join('');
  if (address === '' && !made.includes(null)) return context.findPage('/') === null ? null : '/';
  if (!made.includes(null)) return address.replace(/(?<!:)\/{2,}/g, '/');
  const rest = made.filter((part) => part !== null).join('');
  const found = rest.length > 1 && (context.findPage(rest) !== null || context.findImage(rest) !== null);
  return found ? rest : null;
}

/** The part of an address that a template stands for; `null` where nobody can say. */
export function tagAddress(tag: TemplateTag, context: DialectContext): string | null {
  const inner = tag.inner.replace(/^[=-]+\s*/, '');
  const [name = ''] = /^[\w.$]+/.exec(inner) ?? [];
  if (SITE_ROOT.test(name) && !/["']/.test(inner)) return '';
  const { texts, named, bare } = quoted(inner);
  const given = [...texts, ...['path', 'url', 'href', 'page', 'file', 'src'].map((key) => named.get(key) ?? '')];
  const path = given.find((text) => /^\.{0,2}\/|^#|^https?:\/\/|\.\w{2,5}(?:[?#]|$)/.test(text));
  if (path !== undefined) return path;
  const known = [...given, ...bare.slice(1)].find((text) => text !== '' && context.findPage(text) !== null);
  if (known !== undefined) return context.findPage(known);
  return frontValue(tag, context.frontMatter);
}

function openingBracket(text: string, close: number): number | null {
  let depth = 0;
  for (let at = close; at >= Math.max(0, close - 1_000); at -= 1) {
    if (text[at] === ']' && text[at - 1] !== '\\') depth += 1;
    if (text[at] === '[' && text[at - 1] !== '\\') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

const encode = (address: string): string =>
  address.trim().replace(/[\s()<>]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
