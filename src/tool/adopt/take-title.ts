import { slugOf } from '#markdown/slug.ts';
import { fencedLines } from './code-ranges.ts';
import { type Draft, type DraftLine, fromLines, linesOf } from './draft.ts';

/** The first heading of level 1, and the page without it. */
export interface TakenTitle {
  readonly title: string;
  /** The anchor that the heading had: links to it lead to the page. */
  readonly anchors: readonly string[];
  readonly rest: Draft;
}

/** Finds `# Title` (or a line underlined with `=`). `onlyFirst`: only where nothing but comments stands before it. */
export function takeTitle(draft: Draft, onlyFirst: boolean): TakenTitle | null {
  const lines = linesOf(draft);
  const fenced = fencedLines(draft.text);
  for (let index = 0; index < lines.length; index += 1) {
    if (fenced[index]) {
      if (onlyFirst) return null;
      continue;
    }
    // No title is longer than this, and a line may be a whole page.
    const text = (lines[index]?.text ?? '').slice(0, 1_000).trimEnd();
    const hash = /^ {0,3}#(?!#)[ \t]+(\S.*)$/.exec(text)?.[1]?.replace(/[ \t]#+$/, '');
    if (hash !== undefined && plainTitle(hash) !== '') return taken(lines, index, 1, hash);
    const under = /^ {0,3}=+[ \t]*$/.test(lines[index + 1]?.text ?? '') && /^ {0,3}[^\s#>*+=|<-]/.test(text);
    if (under && plainTitle(text) !== '') return taken(lines, index, 2, text);
    if (onlyFirst && text.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(text)) return null;
  }
  return null;
}

function taken(lines: readonly DraftLine[], index: number, count: number, heading: string): TakenTitle {
  const [, given] = /\{#([^\s{}]+)\}\s*$/.exec(heading) ?? [];
  const title = plainTitle(heading);
  const rest = [...lines.slice(0, index), ...lines.slice(index + count)];
  return { title, anchors: given === undefined ? [slugOf(title)] : [given, slugOf(title)], rest: fromLines(rest) };
}

/** As CommonMark reads one: `<write the heading here>` with other signs in it is text. */
const HTML_TAG = /<\/?[a-z][\w-]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*\s*\/?>/gi;

/** A heading's words without the marks of Markdown. */
export function plainTitle(heading: string): string {
  return heading
    .slice(0, 1_000)
    .trimEnd()
    .replace(/\{[:#.][^{}]*\}$/, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(HTML_TAG, '')
    .replace(/(\*\*|__|\*|`+|~~)(\S.*?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
