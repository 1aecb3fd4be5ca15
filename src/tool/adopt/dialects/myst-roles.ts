import { gap } from '../blocks.ts';
import { fencedLines } from '../code-ranges.ts';
import type { Dialect, DialectContext } from '../dialect.ts';
import { type Draft, type DraftLine, fromLines, linesOf } from '../draft.ts';
import { LABEL_LINE } from '../labels.ts';
import { rewriteProse } from '../rewrite.ts';

const REFERENCE = /^(?:std:)?(?:ref|numref|any|doc|term|download|eq|prf:ref|nb-download)$/;
const HTML: Readonly<Record<string, string>> = {
  kbd: 'kbd',
  sub: 'sub',
  sup: 'sup',
  subscript: 'sub',
  superscript: 'sup',
};
const BOLD = /^(?:guilabel|menuselection|strong|dfn)$/;
const PLAIN =
  /^(?:abbr|abbreviation|index|rfc|pep|emphasis|title-reference|cite(?::?\w+)?|footcite|fa[rsb]?|octicon|material-\w+|span)$/;

/** MyST: `{ref}`words <label>``, `{kbd}`Tab`` and the like, and lines `(label)=`. */
export const mystRoles: Dialect = {
  id: 'myst-role',
  apply: (draft, context) =>
    rewriteProse(labelled(draft, context), context, [
      {
        pattern: /\{([a-z][\w:.+-]{0,40})\}(`{1,3})([^`\n]{1,500})\2(?!`)/gi,
        make: ([, name = '', , content = '']) => role(name.toLowerCase(), content.trim(), context),
      },
      {
        // Bookdown and Quarto.
        pattern: /\\?@ref\(([\w:.-]{1,100})\)/g,
        make: ([whole, label = '']) => crossReference(whole, label, context),
      },
      {
        pattern: /(?<![\w@/.`])\[?-?@((?:sec|fig|tbl|eq|lst|thm|def|exm|nte|tip)-[\w-]{1,100})\]?/g,
        make: ([whole, label = '']) => crossReference(whole, label, context),
      },
      {
        // MyST: an address in angle brackets may be a label.
        pattern: /(?<!\]\()<(?:project:)?#([\w:.-]{1,100})>/g,
        make: ([whole, label = '']) => crossReference(whole, label, context),
      },
    ]),
};

function crossReference(whole: string, label: string, { findLabel }: DialectContext): { text: string; done: string } {
  const found = findLabel(label);
  if (found === null) return { text: whole, done: 'kept as it is: there is no such label in the folder' };
  return { text: `[${words(found.words || label)}](${found.address})`, done: 'made a link' };
}

function role(name: string, content: string, context: DialectContext): { text: string; done: string } {
  const kept = 'the words are kept';
  if (REFERENCE.test(name)) return reference(name, content, context);
  const tag = Object.hasOwn(HTML, name) ? HTML[name] : undefined;
  if (tag !== undefined) return { text: `<${tag}>${escaped(content)}</${tag}>`, done: 'made HTML' };
  if (BOLD.test(name)) {
    const text = content.replace(/(?<!\s)\s*-->\s*/g, ' > ').replace(/&(?=\w)/g, '');
    return { text: `**${words(text)}**`, done: kept };
  }
  if (PLAIN.test(name)) return { text: words(content.replace(/(?<!\s)\s*<[^<>]*>$/, '')), done: kept };
  return { text: `\`${content}\``, done: kept };
}

function reference(
  name: string,
  content: string,
  { findLabel, findPage }: DialectContext,
): { text: string; done: string } {
  const [, words_ = '', given] = /^(.*?)(?<!\s)\s*<([^<>]+)>$/.exec(content) ?? [];
  // `Figure %s` would be given a number.
  const said = words_.replace(/(?<!\s)\s*(?:%s|\{number\}|\{name\})/g, '').trim();
  const target = (given ?? content).trim().replace(/^[!~]/, '');
  const label = findLabel(target.replace(/^#/, ''));
  const page = /doc$/.test(name) || label === null ? findPage(target) : null;
  const address = page ?? label?.address;
  const shown = said || (page === null ? label?.words : '') || (target.split('/').at(-1) ?? target);
  if (/term$/.test(name) || address === undefined) {
    const done = /term$/.test(name) ? 'the words are kept' : 'made plain words: there is no such label in the folder';
    return { text: words(said || target), done };
  }
  return { text: `[${words(page !== null && said === '' ? '' : shown)}](${address})`, done: 'made a link' };
}

/** A label before a heading means the heading; before anything else it becomes an anchor. */
function labelled(draft: Draft, context: DialectContext): Draft {
  if (!/\)=[ \t]*(?:\n|$)|^(?:`{3,}|:{3,})\{[a-z]|\{[a-z]+\}`/m.test(draft.text)) return draft;
  const lines = linesOf(draft);
  const fenced = fencedLines(draft.text);
  const out: DraftLine[] = [];
  for (const [index, line] of lines.entries()) {
    const label = fenced[index] ? undefined : LABEL_LINE.exec(line.text.slice(0, 1_000))?.[1];
    if (!fenced[index] && /^(?:%[ \t]|\+\+\+(?:[ \t]*\{.*\})?[ \t]*$)/.test(line.text)) {
      context.note(line.at, line.text, 'left out: a comment');
      continue;
    }
    if (label === undefined) {
      out.push(line);
      continue;
    }
    const next = lines.slice(index + 1, index + 6).find(({ text }) => text.trim() !== '' && !LABEL_LINE.test(text));
    const heading = next !== undefined && /^ {0,3}#{1,6}[ \t]/.test(next.text);
    context.note(line.at, line.text, heading ? 'links to it lead to the heading below' : 'made an anchor');
    const id = label.replace(/["<>&\s]/g, '-');
    if (!heading) out.push(gap(line.at), { text: `<a id="${id}"></a>`, at: line.at }, gap(line.at));
  }
  return fromLines(out);
}

const words = (text: string): string => text.replace(/[[\]]/g, '\\$&');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
