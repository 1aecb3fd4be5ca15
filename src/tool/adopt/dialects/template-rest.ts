import { boxKind } from '../blocks.ts';
import { codeRanges, insideOf } from '../code-ranges.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from '../draft.ts';
import { lineAround } from '../line-around.ts';
import {
  closedBy,
  frontValue,
  insideHtmlTag,
  isAlone,
  quoted,
  type TemplateTag,
  tagPairs,
  templateTags,
} from '../template-tags.ts';
import { ADDRESSES, saidBy } from '../template-words.ts';
import { tagAddress, withoutOverlap } from './template-targets.ts';

const BOXES =
  /^(?:note|tip|warning|info|important|caution|danger|alert|callout|admonition|hint|notice|attention|success|error|aside|box|panel)$/;
/** A word that says of which kind a box is. */
const KIND =
  /^(?:note|tip|hint|info|warning|warn|caution|danger|error|success|important|attention|primary|example|check)$/i;
const GROUPS =
  /^(?:tabs|tabpane|tabset|accordion-?group|accordions|cards?-?group|cardpane|columns?|steps|stepper|row|grid)$/i;
const LABELS = ['title', 'header', 'heading', 'label', 'name', 'summary', 'caption', 'text', 'tabname', 'tabtitle'];

/**
 * What no other dialect knew: includes, variables, shortcodes. A variable of the front matter is filled in, what holds
 * text becomes a box or a bold line with that text, and what stands alone leaves the words it was given, or nothing.
 */
export const templateRest: Dialect = {
  id: 'template',
  apply(draft, context) {
    const { text } = draft;
    const tags = templateTags(text);
    const pairs = tagPairs(tags);
    const closers = new Map<TemplateTag, string>();
    const lineAt = lineFinder(draft);
    const edits: Edit[] = [];
    let boxes = 0;
    for (const tag of tags) {
      const found = text.slice(tag.start, tag.end);
      const line = lineAt(tag.start);
      if (closedBy(tag) !== null) {
        const closer = closers.get(tag) ?? '';
        if (closer.includes(':::')) boxes -= 1;
        context.note(line, found, 'taken away; the text before it is kept');
        edits.push({ start: tag.start, end: tag.end, text: closer });
        continue;
      }
      const partner = pairs.get(tag);
      const made = partner
        ? paired(text, tag, text.slice(tag.end, partner.start), boxes, context)
        : alone(text, tag, context);
      if (partner && made.after !== undefined) closers.set(partner, made.after);
      if (made.after?.includes(':::')) boxes += 1;
      context.note(line, found, made.done);
      // A heading that was nothing but the tag goes with it.
      const { before, after } = lineAround(text, tag.start, tag.end);
      const heading = made.text === '' && /^ {0,3}#{1,6}\s*$/.test(before) && after.trim() === '';
      edits.push({ start: heading ? tag.start - before.length : tag.start, end: tag.end, text: made.text });
    }
    const rest = applyEdits(draft, withoutOverlap(edits));
    reportRemains(rest, context);
    return rest;
  },
};

interface Made {
  readonly text: string;
  readonly done: string;
  /** What takes the place of the tag that closes it. */
  readonly after?: string;
}

/** A tag that holds text. */
function paired(text: string, tag: TemplateTag, between: string, boxes: number, context: DialectContext): Made {
  if (insideHtmlTag(text, tag.start)) return { text: '', done: 'left out' };
  const { texts, named, bare } = quoted(tag.rest);
  const name = tag.name.toLowerCase();
  const { before } = lineAround(text, tag.start, tag.end);
  const block = before.trim() === '' || between.includes('\n');
  const asked = ADDRESSES.map((key) => named.get(key)).find((value) => value) ?? '';
  const address = asked === '' ? '' : (context.findPage(asked) ?? asked);
  if (address !== '' && !between.includes('\n') && !between.includes('](')) {
    return { text: '[', after: `](${encode(address)})`, done: 'made a link' };
  }
  const words = [...texts, ...bare];
  const kindWord = ['type', 'style', 'kind', 'color', 'level', 'class', 'variant']
    .map((key) => named.get(key))
    .find((value) => value);
  const isKind = (word: string | undefined): boolean => word !== undefined && KIND.test(word);
  const label = LABELS.map((key) => named.get(key)).find((value) => value) ?? texts.find((word) => !isKind(word)) ?? '';
  if (BOXES.test(name)) {
    const said = words.find(isKind) ?? (isKind(kindWord) ? kindWord : undefined) ?? name;
    if (!block)
      return {
        text: `**${label === '' ? titled(said) : label}:** `,
        after: '',
        done: 'taken away; the text it holds is kept',
      };
    const colons = ':'.repeat(Math.max(3, 10 - boxes));
    const kind = boxKind(said);
    const title = label === '' ? '' : `[${label.replace(/[[\]]/g, '\\$&')}]`;
    return { text: `\n\n${colons}${kind}${title}\n`, after: `\n${colons}\n\n`, done: 'made a box' };
  }
  const link =
    address === '' || between.includes('](')
      ? ''
      : `[${label === '' ? address : label.replace(/[[\]]/g, '\\$&')}](${encode(address)})`;
  const first =
    label === '' && /^(?:tab|tab-?item|step|panel|accordion|accordion-?item|expand|details)$/.test(name)
      ? bare.at(-1)
      : label;
  if (!block) {
    const isTab = /^tab/.test(name) && !GROUPS.test(name) && (first ?? '') !== '';
    // The tabs of a line stand one after the other.
    const text = isTab ? ` **${(first ?? '').replaceAll('*', '\\*')}:** ` : '';
    return { text, after: isTab ? ' ' : '', done: 'taken away; the text it holds is kept' };
  }
  if ((first ?? '') === '' || GROUPS.test(name)) {
    return {
      text: link === '' ? '\n\n' : `\n\n${link}\n\n`,
      after: '\n\n',
      done: 'taken away; the text it holds is kept',
    };
  }
  const shown = link === '' ? (first ?? '').replaceAll('*', '\\*') : link;
  return { text: `\n\n**${shown}**\n\n`, after: '\n\n', done: 'made a bold line; the text it holds is kept' };
}

/** A tag that stands for itself. */
function alone(text: string, tag: TemplateTag, context: DialectContext): Made {
  const value = tag.kind === 'tag' ? null : frontValue(tag, context.frontMatter);
  if (value !== null) return { text: value, done: 'filled from the front matter' };
  if (insideHtmlTag(text, tag.start)) {
    const address = text.slice(0, tag.start).endsWith('="') ? tagAddress(tag, context) : null;
    return { text: address ?? '', done: address === null ? 'left out' : 'replaced by the address itself' };
  }
  if (tag.kind === 'erb' && !tag.inner.startsWith('=')) return { text: '', done: 'left out' };
  const { before, whole } = lineAround(text, tag.start, tag.end);
  if (whole && /^ {0,3}#{1,6}\s+\S/.test(before)) return { text: '', done: 'left out of the heading' };
  const part = /^(?:include|render|partial)/.test(tag.name) && !isAlone(text, tag) ? partName(tag) : '';
  if (part !== '') return { text: part, done: 'left out but for its name: the part is not in the folder' };
  return saidBy(tag, context) ?? { text: '', done: 'left out: what it makes is not in the folder' };
}

/** A part that stands among words is one of them: “it is a {% include 'tag-standard.html' %}”. */
const partName = (tag: TemplateTag): string => {
  const { texts, bare } = quoted(tag.rest);
  const name = (texts[0] ?? bare[0] ?? '').split('/').at(-1) ?? '';
  return name
    .slice(0, 200)
    .replace(/\.[\w.]+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
const encode = (address: string): string =>
  address.trim().replace(/[\s()<>]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

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
