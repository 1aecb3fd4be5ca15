import { boxKind } from '../blocks.ts';
import { codeRanges, insideOf } from '../code-ranges.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from '../draft.ts';
import { expressionEnd, type JsxTag, jsxTags } from '../jsx-tags.ts';
import { lineAround } from '../line-around.ts';
import { mdxStatements } from '../mdx-statements.ts';

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#].*)?$/i;
const BOX =
  /^(?:Admonition|Callout|Aside|Alert|Note|Notice|Tip|Hint|Info|Important|Warning|Warn|Caution|Danger|Error|Success|Check|InfoBox|Banner|MessageBox)$/;
const NO_SENSE =
  /^(?:Tabs|TabGroup|Tabbed|CodeGroup|CodeTabs|CardGroup|CardGrid|Cards|Steps|Accordions|AccordionGroup|Columns|Column|Grid|Row|Col|Frame|Layout|Fragment|Box|Stack|Container|Section)$/;
const LABELS = ['label', 'title', 'header', 'heading', 'summary', 'name', 'value', 'tab'];
const WORDS = ['text', 'description', 'caption', 'content', 'children', 'body', 'message'];
const KNOWN =
  /<(?:Tabs|TabItem|TabPanel|Badge|Admonition|Callout|Aside|Accordion|AccordionItem|Card|CardGrid|LinkCard|LinkButton|Steps|Step|CodeGroup|Details|Tab)\b/;

/** MDX: lines of JavaScript and comments go, components become Markdown, and what they say stays. */
export const mdx: Dialect = {
  id: 'mdx',
  apply: (draft, context) => {
    const { text: plain, statements, pictures, texts } = mdxStatements(withoutComments(draft, context), context);
    const isMdx = /\.mdx$/i.test(context.path) || statements > 0 || KNOWN.test(plain.text);
    const tagged = withoutTags(plain, context, pictures, isMdx);
    return isMdx ? withoutExpressions(tagged, context, texts) : tagged;
  },
};

function withoutComments(draft: Draft, context: DialectContext): Draft {
  const { text } = draft;
  if (!text.includes('*/')) return draft;
  const inCode = insideOf(codeRanges(text));
  const lineAt = lineFinder(draft);
  const edits: Edit[] = [];
  const opens = /\{\s{0,20}\/\*/g;
  for (let found = opens.exec(text); found; found = opens.exec(text)) {
    const close = text.indexOf('*/', opens.lastIndex);
    if (close === -1) break;
    const end = /^\s{0,20}\}/.exec(text.slice(close + 2, close + 24))?.[0];
    if (inCode(found.index) || end === undefined) continue;
    context.note(lineAt(found.index), text.slice(found.index, close + 3), 'left out: a comment');
    edits.push({ start: found.index, end: close + 2 + end.length, text: '' });
    opens.lastIndex = close + 2 + end.length;
  }
  return applyEdits(draft, edits);
}

function withoutTags(
  draft: Draft,
  context: DialectContext,
  pictures: ReadonlyMap<string, string>,
  isMdx: boolean,
): Draft {
  const tags = jsxTags(draft.text).filter((tag) => isMdx || !/^[A-Z]/.test(tag.name) || tag.kind === 'alone');
  if (tags.length === 0) return draft;
  const partners = partnersOf(tags);
  const lineAt = lineFinder(draft);
  const edits: Edit[] = [];
  const closers = new Map<JsxTag, string>();
  const values = tabLabels(tags);
  let boxes = 0;
  for (const tag of tags) {
    const found = draft.text.slice(tag.start, tag.end);
    const line = lineAt(tag.start);
    const put = (text: string, done: string | null): void => {
      if (done !== null) context.note(line, found, done);
      edits.push({ start: tag.start, end: tag.end, text });
    };
    if (!/^[A-Z]/.test(tag.name)) {
      if (tag.kind === 'close' || [...tag.expressions.values()].some((value) => value.startsWith('{') && !isMdx))
        continue;
      put(...htmlTag(tag, pictures));
      continue;
    }
    if (tag.kind === 'close') {
      const closer = closers.get(tag);
      if (closer === undefined) continue;
      if (closer.includes(':::')) boxes -= 1;
      put(closer, null);
      continue;
    }
    const partner = partners.get(tag);
    if (tag.kind === 'open' && !partner) {
      context.note(line, found, 'kept as it is: it has no end');
      continue;
    }
    const between = partner ? draft.text.slice(tag.end, partner.start) : '';
    const { before } = lineAround(draft.text, tag.start, tag.end);
    const made = component(withTabLabel(tag, values), between, pictures, boxes, before.trim() === '');
    if (partner) closers.set(partner, made.after);
    if (made.after.includes(':::')) boxes += 1;
    put(made.before, made.done);
  }
  return applyEdits(draft, edits);
}

/** Docusaurus may give the labels to the group: `values={[{label: 'Windows', value: 'win'}]}`. */
function tabLabels(tags: readonly JsxTag[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { expressions } of tags) {
    for (const [group] of (expressions.get('values') ?? '').matchAll(/\{[^{}]{1,500}\}/g)) {
      const value = /\bvalue:\s*(["'])(.*?)\1/.exec(group)?.[2];
      const label = /\blabel:\s*(["'])(.*?)\1/.exec(group)?.[2];
      if (value !== undefined && label !== undefined) found.set(value, label);
    }
  }
  return found;
}

function withTabLabel(tag: JsxTag, values: ReadonlyMap<string, string>): JsxTag {
  const value = tag.attributes.get('value');
  const label = typeof value === 'string' && /Item$|Tab/.test(tag.name) ? values.get(value) : undefined;
  if (label === undefined || tag.attributes.has('label')) return tag;
  return { ...tag, attributes: new Map([...tag.attributes, ['label', label]]) };
}

/** The closing tag of each opening one. */
function partnersOf(tags: readonly JsxTag[]): ReadonlyMap<JsxTag, JsxTag> {
  const partners = new Map<JsxTag, JsxTag>();
  const open: JsxTag[] = [];
  for (const tag of tags) {
    if (!/^[A-Z]/.test(tag.name)) continue;
    if (tag.kind === 'open') open.push(tag);
    if (tag.kind !== 'close') continue;
    const at = open.findLastIndex(({ name }) => name === tag.name);
    const last = open[at];
    if (!last) continue;
    partners.set(last, tag);
    open.length = at;
  }
  return partners;
}

const KEPT = 'taken away; the text it holds is kept';

interface Made {
  readonly before: string;
  readonly after: string;
  readonly done: string;
}

function component(
  tag: JsxTag,
  between: string,
  pictures: ReadonlyMap<string, string>,
  boxes: number,
  first: boolean,
): Made {
  const value = (...names: readonly string[]): string => {
    for (const name of names) {
      const given = tag.attributes.get(name);
      if (typeof given === 'string' && given.trim() !== '') return given.trim();
    }
    return '';
  };
  const label = value(...LABELS.filter((name) => name !== 'value' || /Item$|Tab/.test(tag.name)));
  const address = value('href', 'to', 'url', 'link');
  const block = (first && label !== '') || between.includes('\n') || between === '';
  const inline = !between.includes('\n') && between !== '';
  const source = pictures.get(tag.expressions.get('src') ?? '') ?? value('src', 'image', 'img', 'url', 'light');
  if (PICTURE.test(source)) {
    const words = value('alt', 'caption', 'title', 'description');
    return { before: `\n\n![${safe(words)}](${encoded(source)})\n\n`, after: '\n\n', done: 'made a picture' };
  }
  if (BOX.test(tag.name)) {
    const kind = boxKind(value('type', 'kind', 'variant', 'intent', 'severity', 'status') || tag.name);
    const colons = ':'.repeat(Math.max(3, 10 - boxes));
    const title = value('title', 'heading', 'label', 'header');
    const said = between === '' ? value(...WORDS) : '';
    const opens = `\n\n${colons}${kind}${title === '' ? '' : `[${safe(title)}]`}\n${said}`;
    return between === ''
      ? { before: `${opens}\n${colons}\n\n`, after: '', done: 'made a box' }
      : { before: `${opens}\n`, after: `\n${colons}\n\n`, done: 'made a box' };
  }
  if (address !== '' && !PICTURE.test(address)) {
    if (inline) return { before: '[', after: `](${encoded(address)})`, done: 'made a link' };
    const words = label || value(...WORDS) || (between.trim() === '' ? address : '');
    const rest = label === '' ? '' : value('description');
    const link = words === '' ? '' : `\n\n[${safe(words)}](${encoded(address)})${rest === '' ? '' : `: ${rest}`}\n\n`;
    const after = words === '' ? `\n\n[${encoded(address)}](${encoded(address)})\n\n` : '\n\n';
    return { before: link, after, done: 'made a link' };
  }
  if (!block) {
    const isTab = label !== '' && /Item$|Tab/.test(tag.name);
    // The tabs of a line stand one after the other.
    return { before: isTab ? ` **${label.replaceAll('*', '\\*')}:** ` : '', after: isTab ? ' ' : '', done: KEPT };
  }
  if (label !== '' && !NO_SENSE.test(tag.name)) {
    const said = between === '' ? value(...WORDS) : '';
    return {
      before: `\n\n**${label.replaceAll('*', '\\*')}**\n\n${said === '' ? '' : `${said}\n\n`}`,
      after: '\n\n',
      done: /Tab/.test(tag.name)
        ? 'made a bold line; the tabs stand one below the other'
        : 'made a bold line; the text it holds is kept',
    };
  }
  if (between !== '') return { before: '\n\n', after: '\n\n', done: KEPT };
  const said = value(...WORDS);
  return { before: said, after: '', done: said === '' ? 'left out: a component of the site' : 'made plain words' };
}

/** HTML without expressions: those that are texts or pictures stay, classes and styles go. */
function htmlTag(tag: JsxTag, pictures: ReadonlyMap<string, string>): [text: string, done: string] {
  const parts: string[] = [];
  const lost: string[] = [];
  for (const [name, value] of tag.attributes) {
    if (/^(?:className|style|key|ref)$|^on[A-Z]/.test(name)) continue;
    parts.push(value === true ? name : `${name}="${value.replaceAll('"', '&quot;')}"`);
  }
  for (const [name, expression] of tag.expressions) {
    const picture = pictures.get(expression);
    if (picture !== undefined) parts.push(`${name}="${picture}"`);
    else if (!/^(?:className|style|key|ref)$|^on[A-Z]/.test(name)) lost.push(name);
  }
  const text = `<${[tag.name, ...parts].join(' ')}${tag.kind === 'alone' ? ' /' : ''}>`;
  return [text, lost.length === 0 ? 'made HTML' : `made HTML without ${lost.join(', ')}: an expression`];
}

/** `{' '}`, `{frontMatter.title}`, `{name}` of an exported text; other simple names are left out, the rest is said. */
function withoutExpressions(draft: Draft, context: DialectContext, texts: ReadonlyMap<string, string>): Draft {
  const { text } = draft;
  const inCode = insideOf(codeRanges(text));
  const lineAt = lineFinder(draft);
  const edits: Edit[] = [];
  const opens = /(?<![\\{%$])\{(?![{%#:.<-])/g;
  for (let found = opens.exec(text); found; found = opens.exec(text)) {
    if (inCode(found.index)) continue;
    const end = expressionEnd(text, found.index, Math.min(text.length, found.index + 2_000));
    if (end === -1) continue;
    const inner = text.slice(found.index + 1, end - 1).trim();
    const quoted = /^(["'`])([^"'`]*)\1$/.exec(inner)?.[2];
    const key = /^(?:frontMatter|frontmatter|metadata|meta|props)\.(\w+)$/.exec(inner)?.[1] ?? '';
    const front = Object.hasOwn(context.frontMatter, key) ? context.frontMatter[key] : undefined;
    const known =
      texts.get(inner) ?? (typeof front === 'string' || typeof front === 'number' ? String(front) : undefined);
    const note = (done: string): void => context.note(lineAt(found.index), text.slice(found.index, end), done);
    if (quoted !== undefined) edits.push({ start: found.index, end, text: quoted });
    else if (known !== undefined) {
      note('filled in');
      edits.push({ start: found.index, end, text: known });
    } else if (/^(?:props|[a-z]\w*)(?:\.\w+)+$|^(?:props\.)?children$|^\w+\(.*\)$/.test(inner)) {
      note('left out: an expression');
      edits.push({ start: found.index, end, text: '' });
    } else note('kept as it is: an expression');
    opens.lastIndex = end;
  }
  return applyEdits(draft, edits);
}

const safe = (text: string): string => text.replace(/[[\]]/g, '\\$&');
const encoded = (address: string): string => address.replace(/[\s()<>]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
