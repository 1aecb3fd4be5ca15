import { codeRanges, insideOf } from '../code-ranges.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from '../draft.ts';
import { lineAround } from '../line-around.ts';
import { insideHtmlTag, quoted, type TemplateTag, templateTags } from '../template-tags.ts';

const BOXES = /^(?:note|tip|warning|info|important|caution|danger|alert|callout|admonition|hint|notice)$/i;

/**
 * What no other dialect knew: includes, variables, shortcodes. A variable of the front matter is filled in; anything
 * else leaves a visible word behind, except inside HTML tags and headings, where it would break more than it tells.
 */
export const templateRest: Dialect = {
  id: 'template',
  apply(draft, context) {
    const { text } = draft;
    const tags = templateTags(text);
    const closed = new Set(tags.map((tag) => closes(tag)).filter((name) => name !== null));
    const lineAt = lineFinder(draft);
    const edits: Edit[] = [];
    for (const tag of tags) {
      const found = text.slice(tag.start, tag.end);
      const link = tag.kind === 'output' ? wholeTarget(text, tag) : null;
      if (link) {
        context.note(lineAt(tag.start), found, 'the link is taken away: its address is not in the page');
        edits.push(
          { start: link.start, end: link.start + 1, text: '' },
          { start: link.end, end: tag.end + 1, text: '' },
        );
        continue;
      }
      const made = replacement(text, tag, closed, context);
      context.note(lineAt(tag.start), found, made.done);
      edits.push({ start: tag.start, end: tag.end, text: made.text });
    }
    edits.sort((a, b) => a.start - b.start);
    const rest = applyEdits(draft, withoutOverlap(edits));
    reportRemains(rest, context);
    return rest;
  },
};

function replacement(text: string, tag: TemplateTag, closed: ReadonlySet<string>, context: DialectContext) {
  if (closes(tag) !== null) return { text: '', done: 'taken away; the text before it is kept' };
  if (tag.kind === 'output') {
    const value = context.frontMatter[tag.name.replace(/^(?:page|this|meta|frontmatter|\$frontmatter)\./i, '')];
    if (typeof value === 'string' || typeof value === 'number') {
      return { text: String(value), done: 'filled from the front matter' };
    }
  }
  if (insideHtmlTag(text, tag.start)) return { text: '', done: 'left out' };
  if (tag.kind === 'erb' && !tag.inner.startsWith('=')) return { text: '', done: 'left out' };
  const pair = tag.kind !== 'output' && closed.has(tag.name);
  if (pair) {
    const [title] = quoted(tag.rest).texts;
    const label = BOXES.test(tag.name) ? `**${title ?? titled(tag.name)}:** ` : '';
    return { text: label, done: 'taken away; the text it holds is kept' };
  }
  const { before, after, whole } = lineAround(text, tag.start, tag.end);
  const alone = /^#{1,6}\s*$/.test(before) && after.trim() === '';
  if (whole && /^#{1,6}\s/.test(before) && !alone) return { text: '', done: 'left out of the heading' };
  return { text: `(left out: ${words(tag)})`, done: 'left out, with a word in its place' };
}

/** The name of the tag that this one closes. */
function closes(tag: TemplateTag): string | null {
  if (tag.kind === 'tag' && /^end\w+$/.test(tag.name)) return tag.name.slice(3);
  if (tag.kind === 'shortcode' && tag.name.startsWith('/')) return tag.name.slice(1).trim();
  return null;
}

/** A word for people: what an include is called, else the expression. */
function words(tag: TemplateTag): string {
  const [first] = quoted(tag.rest).texts;
  const included = /^(?:include|render|partial|import)/.test(tag.name);
  const raw = included ? ((first ?? tag.rest).split('/').at(-1) ?? '') : tag.inner;
  const plain = raw.replace(/\.(?:html|md|njk|liquid)$/, '').replace(/[^\p{L}\p{N} ./_-]+/gu, ' ');
  return plain.replace(/\s+/g, ' ').trim().slice(0, 80) || 'a part made by the site';
}

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();

/** The brackets of `[text]({{ address }})` where the output is the whole address. */
function wholeTarget(text: string, tag: TemplateTag): { start: number; end: number } | null {
  if (text[tag.end] !== ')' || text.slice(tag.start - 2, tag.start) !== '](') return null;
  let depth = 0;
  for (let i = tag.start - 2; i >= Math.max(0, tag.start - 500); i -= 1) {
    if (text[i] === ']') depth += 1;
    if (text[i] === '[') depth -= 1;
    if (depth === 0) return { start: i, end: tag.start - 2 };
  }
  return null;
}

function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let done = 0;
  return edits.filter((edit) => {
    if (edit.start < done) return false;
    done = edit.end;
    return true;
  });
}

/** Openings without an end stay as they are, and are said. */
function reportRemains(draft: Draft, context: DialectContext): void {
  const inCode = insideOf(codeRanges(draft.text));
  const lineAt = lineFinder(draft);
  for (const match of draft.text.matchAll(/\{[{%]|<%/g)) {
    if (!inCode(match.index))
      context.note(
        lineAt(match.index),
        draft.text.slice(match.index, match.index + 60),
        'kept as it is: it has no end',
      );
  }
}
