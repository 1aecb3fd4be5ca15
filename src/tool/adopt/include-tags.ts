import type { Range } from './code-ranges.ts';

/** A place where a page names files whose text belongs there. */
export interface IncludeTag extends Range {
  readonly files: readonly IncludedFile[];
  /** Whether the text is Markdown or shown as code. */
  readonly as: 'text' | 'code';
  /** Whether it means something inside code too. */
  readonly inCode: boolean;
  /** Spaces before it: the part's lines get them too. */
  readonly indent: string;
  /** What becomes of it where the file is not there: its path in words, or left to another dialect. */
  readonly otherwise: 'words' | 'leave';
}

interface IncludedFile {
  readonly path: string;
  /** The wanted part of the file's text; `null` where it has no such part. */
  readonly pick: (text: string) => string | null;
}

interface Syntax {
  /** Global, of one line or bounded. The group `file` is the path. */
  readonly pattern: RegExp;
  readonly as?: IncludeTag['as'];
  readonly inCode?: boolean;
  readonly otherwise?: IncludeTag['otherwise'];
  readonly files?: (groups: Readonly<Record<string, string | undefined>>) => readonly IncludedFile[];
}

const whole = (path: string): IncludedFile => ({ path: path.trim(), pick: (text) => text });

const SYNTAXES: readonly Syntax[] = [
  // MkDocs (pymdownx): `--8<-- "a.md:2:4"`, and a list of files between two marks.
  {
    pattern: /^(?<indent>[ \t]*)-{1,3}8<-{1,3}[ \t]*(?<q>["'])(?<file>[^"'\n]{1,500})\k<q>[ \t]*$/gm,
    inCode: true,
    files: ({ file = '' }) => [snippet(file)],
  },
  {
    pattern: /^(?<indent>[ \t]*)-{1,3}8<-{1,3}[ \t]*\n(?<list>(?:[^\n]{1,500}\n){1,50}?)[ \t]*-{1,3}8<-{1,3}[ \t]*$/gm,
    inCode: true,
    files: ({ list = '' }) =>
      list
        .split('\n')
        .map((line) => line.trim().replace(/^["']|["']$/g, ''))
        .filter((line) => line !== '' && !line.startsWith(';'))
        .map(snippet),
  },
  // markdown-include: `{!a.md!}`.
  {
    pattern: /(?<indent>(?<=^|\n)[ \t]*)?\{!>?[ \t]*(?<file>[^\n{}]{1,500}?)!\}/g,
    inCode: true,
    files: ({ file = '' }) => [linesOption(file)],
  },
  // mdBook: `{{#include a.md:2:4}}`, `{{#include a.rs:name}}`.
  {
    pattern:
      /(?<indent>(?<=^|\n)[ \t]*)?\{\{#(?:include|rustdoc_include|playground|playpen)[ \t]+(?<file>[^}\n]{1,500}?)\}\}/g,
    inCode: true,
    files: ({ file = '' }) => [anchored(file.split(/[ \t]/)[0] ?? '')],
  },
  // VitePress: `<!--@include: ./a.md{2,4}-->`, `<<< @/a.js#region{2}`.
  {
    pattern: /<!--[ \t]*@?include(?:[ \t]*:)?[ \t]*(?<file>[^\s>][^\n>]{0,499}?)[ \t]*-->/gi,
    files: ({ file = '' }) => [ranged(file)],
  },
  {
    pattern:
      /^(?<indent>[ \t]*)<<<[ \t]*(?<file>[^\s<{[]{1,500})(?:[ \t]*(?:\{[^}\n]{0,100}\}|\[[^\]\n]{0,100}\]))*[ \t]*$/gm,
    as: 'code',
    files: ({ file = '' }) => [ranged(file.replace(/^@\//, '/'))],
  },
  // VuePress: `@[code](a.js)`, `!!!include(a.md)!!!`.
  {
    pattern: /^(?<indent>[ \t]*)@\[code[^\]\n]{0,100}\]\((?<file>[^)\n]{1,500})\)[ \t]*$/gm,
    as: 'code',
    files: ({ file = '' }) => [whole(file.replace(/^@\//, '/'))],
  },
  { pattern: /^(?<indent>[ \t]*)!!!include\((?<file>[^)\n]{1,500})\)!!![ \t]*$/gm },
  // reStructuredText inside Markdown, MyST, AsciiDoc.
  {
    pattern:
      /^(?<indent>[ \t]*)\.\.[ \t]+(?:include|mdinclude)::[ \t]*(?<file>[^\n]{1,500})(?<more>(?:\n[ \t]+:[^\n]{0,200}){0,9})[ \t]*$/gm,
  },
  {
    pattern:
      /^(?<indent>[ \t]*)\.\.[ \t]+literalinclude::[ \t]*(?<file>[^\n]{1,500})(?<more>(?:\n[ \t]+:[^\n]{0,200}){0,9})[ \t]*$/gm,
    as: 'code',
  },
  {
    pattern:
      /^(?<indent>[ \t]*)(?<fence>`{3,}|~{3,}|:{3,})\{include\}[ \t]*(?<file>[^\n]{1,500})\n(?<more>(?:[ \t]*:[^\n]{0,200}\n|[ \t]*\n){0,20})[ \t]*\k<fence>[ \t]*$/gm,
    inCode: true,
    files: ({ file = '', more = '' }) => [optioned(file, more)],
  },
  {
    pattern:
      /^(?<indent>[ \t]*)(?<fence>`{3,}|~{3,}|:{3,})\{literalinclude\}[ \t]*(?<file>[^\n]{1,500})\n(?<more>(?:[ \t]*:[^\n]{0,200}\n|[ \t]*\n){0,20})[ \t]*\k<fence>[ \t]*$/gm,
    as: 'code',
    inCode: true,
    files: ({ file = '', more = '' }) => [optioned(file, more)],
  },
  { pattern: /^(?<indent>)include::(?<file>[^\s[]{1,500})\[[^\]\n]{0,200}\][ \t]*$/gm },
  { pattern: /^(?<indent>[ \t]*)::include\{file=(?<file>[^}\n]{1,500})\}[ \t]*$/gm },
  // DocFX: `[!INCLUDE [title](a.md)]`, `[!code-csharp[name](a.cs)]`.
  { pattern: /\[!INCLUDE[ \t]*\[[^\]\n]{0,200}\][ \t]*\((?<file>[^)\n]{1,500})\)[ \t]*\]/gi },
  {
    pattern: /\[!code(?:-[\w#+]{1,30})?[ \t]*\[[^\]\n]{0,200}\][ \t]*\((?<file>[^)\n]{1,500})\)[ \t]*\]/gi,
    as: 'code',
    files: ({ file = '' }) => [whole(file.replace(/[?#].*$/, ''))],
  },
  // Docsify, Markdown Preview Enhanced, others.
  { pattern: /\[[^\]\n]{0,200}\]\((?<file>[^\s)]{1,500})[ \t]+["']:include[^"'\n]{0,100}["']\)/g },
  { pattern: /^(?<indent>[ \t]*)@import[ \t]+["'](?<file>[^"'\n]{1,500}\.(?:md|markdown|txt))["'][^\n]{0,100}$/gm },
  {
    pattern:
      /^(?<indent>[ \t]*)!include(?:d)?[ \t]*\(?["']?(?<file>[^"'\n()]{1,500}\.(?:md|markdown|txt))["']?\)?[ \t]*$/gim,
  },
  // Templates: whatever names a file of Markdown. Where it is not there, the template dialects say so.
  {
    pattern:
      /\{%-?[ \t]*(?:include|include_relative|include_cached|include-markdown|includemarkdown|render|renderFile|partial|import_markdown|section)[ \t]+(?:(?<q>["'])(?<file>[^"'\n{}]{1,500})\k<q>|(?<bare>[^\s"'%{}]{1,500}))(?<more>[^%\n]{0,500}?)-?%\}/g,
    otherwise: 'leave',
    files: ({ file, bare = '', more = '' }) => [between(file ?? bare, more)],
  },
  {
    pattern:
      /\{\{[<%][ \t]*(?:include|readfile|snippet|partial|include-md|includemd|markdownify-file|content|embed-md|embed)[ \t]+(?:(?:file|path|src|page)[ \t]*=[ \t]*)?(?:(?<q>["'])(?<file>[^"'\n{}]{1,500})\k<q>|(?<bare>[^\s"'<>%{}]{1,500}))[^\n}]{0,300}?\/?[ \t]*[>%]\}\}/g,
    otherwise: 'leave',
    files: ({ file, bare = '' }) => [whole(file ?? bare)],
  },
  {
    pattern:
      /<%=?-?[ \t]*(?:partial|render|include|include_file|partial_for)[ \t]*\(?[ \t]*(?:partial:[ \t]*)?(?<q>["'])(?<file>[^"'\n]{1,500})\k<q>[^\n%]{0,300}?-?%>/g,
    otherwise: 'leave',
  },
];

/** The includes of a text, in code too, in order and without overlap. */
export function includeTags(text: string): IncludeTag[] {
  const found: IncludeTag[] = [];
  for (const { pattern, as = 'text', inCode = false, otherwise = 'words', files } of SYNTAXES) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const indent = groups.indent ?? '';
      const start = match.index + indent.length;
      const named = files?.(groups) ?? [whole(groups.file ?? '')];
      if (named.length > 0) {
        found.push({ start, end: match.index + match[0].length, files: named, as, inCode, indent, otherwise });
      }
    }
  }
  for (const tag of importedParts(text)) found.push(tag);
  found.sort((a, b) => a.start - b.start);
  let done = 0;
  return found.filter(({ start, end }) => {
    if (start < done) return false;
    done = end;
    return true;
  });
}

/** MDX: `import Part from './_part.mdx'` and each `<Part />`. */
function importedParts(text: string): IncludeTag[] {
  const imports = text.matchAll(
    /^import[ \t]+([A-Z]\w{0,80})[ \t]+from[ \t]+["']([^"'\n]{1,500}\.mdx?)["'];?[ \t]*$/gm,
  );
  const paths = new Map([...imports].map(([, name = '', path = '']) => [name, path.replace(/^@site\//, '/')]));
  if (paths.size === 0) return [];
  const found: IncludeTag[] = [];
  for (const match of text.matchAll(/<([A-Z]\w{0,80})(?:\s[^<>]{0,500})?(?:\/>|>\s{0,20}<\/\1>)/g)) {
    const path = paths.get(match[1] ?? '');
    if (path === undefined) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    found.push({ ...range, files: [whole(path)], as: 'text', inCode: false, indent: '', otherwise: 'words' });
  }
  return found;
}

/** `a.md:section`, `a.md:2:4`, `a.md::4`, `a.md:2:4,7:9`. */
function snippet(text: string): IncludedFile {
  const lines = /^(.*?)((?::-?\d*){1,2}(?:,-?\d*:-?\d*)*)$/.exec(text);
  if (lines?.[2] && /\d/.test(lines[2])) {
    const runs = lines[2].replace(/^:/, '').split(',');
    return {
      path: (lines[1] ?? '').trim(),
      pick: (whole) => runs.map((run) => linesFrom(whole, ...pair(run, ':'))).join('\n'),
    };
  }
  const section = /^(.*[^:]):([\w-]+)$/.exec(text);
  if (!section) return whole(text);
  const [, path = '', name = ''] = section;
  return {
    path: path.trim(),
    pick: (all) =>
      marked(
        all,
        (line) => line.includes(`[start:${name}]`),
        (line) => line.includes(`[end:${name}]`),
      ),
  };
}

/** `a.rs:2:10`, `a.rs:2`, `a.rs:name`. */
function anchored(text: string): IncludedFile {
  const [path = '', first = '', last] = text.split(':');
  if (first === '' && last === undefined) return whole(path);
  if (/^\d*$/.test(first)) {
    return {
      path,
      pick: (all) => linesFrom(all, Number(first || 1), last === undefined ? Number(first) : Number(last || Infinity)),
    };
  }
  const has =
    (word: string) =>
    (line: string): boolean =>
      line.includes(`${word}: ${first}`) || line.includes(`${word}:${first}`);
  return { path, pick: (all) => marked(all, has('ANCHOR'), has('ANCHOR_END')) };
}

/** `a.md{2,4}`, `a.md#region`. */
function ranged(text: string): IncludedFile {
  const [, plain = '', range] = /^(.*?)(?:\{(\d*,\d*)\})?$/.exec(text.trim()) ?? [];
  const [path = '', region] = plain.split('#');
  const clean = path.replace(/^@\//, '/').trim();
  if (range !== undefined) return { path: clean, pick: (all) => linesFrom(all, ...pair(range, ',')) };
  if (region === undefined || region === '') return whole(clean);
  const named =
    (word: string) =>
    (line: string): boolean =>
      new RegExp(`#${word}\\b.{0,20}`).test(line) && line.includes(region);
  return { path: clean, pick: (all) => marked(all, named('region'), named('endregion')) };
}

/** `a.md!lines=1-3` of markdown-include. */
function linesOption(text: string): IncludedFile {
  const [path = '', options = ''] = text.split('!');
  const [, first, last] = /lines=(\d+)[- ]+(\d+)/.exec(options) ?? [];
  return first === undefined
    ? whole(path)
    : { path: path.trim(), pick: (all) => linesFrom(all, Number(first), Number(last)) };
}

/** Options of MyST and reStructuredText: `:start-line:`, `:end-line:`, `:start-after:`, `:end-before:`, `:lines:`. */
function optioned(path: string, options: string): IncludedFile {
  const option = (name: string): string | undefined =>
    new RegExp(`^[ \\t]*:${name}:[ \\t]*(.*)$`, 'm')
      .exec(options)?.[1]
      ?.trim()
      .replace(/^["']|["']$/g, '');
  return {
    path: path.trim(),
    pick: (all) => {
      const [first, last] = pair((option('lines') ?? '').replace('-', ','), ',');
      const lines = option('lines') === undefined ? all : linesFrom(all, first, last);
      const from = Number(option('start-line') ?? 0) + 1;
      const to = option('end-line') === undefined ? Infinity : Number(option('end-line'));
      return textBetween(linesFrom(lines, from, to), option('start-after'), option('end-before'));
    },
  };
}

/** `start="<!--a-->" end="<!--b-->"` of mkdocs-include-markdown. */
function between(path: string, options: string): IncludedFile {
  const value = (name: string): string | undefined => new RegExp(`\\b${name}=(["'])(.*?)\\1`).exec(options)?.[2];
  const [start, end] = [value('start'), value('end')];
  return { path: path.trim(), pick: (all) => textBetween(all, start, end) };
}

function textBetween(text: string, start: string | undefined, end: string | undefined): string {
  const from = start === undefined ? -1 : text.indexOf(start);
  const rest = from === -1 || start === undefined ? text : text.slice(from + start.length);
  const to = end === undefined ? -1 : rest.indexOf(end);
  return to === -1 ? rest : rest.slice(0, to);
}

function pair(text: string, mark: string): [first: number, last: number] {
  const [first = '', last = ''] = text.split(mark);
  return [Number(first || 1), Number(last || Infinity)];
}

/** Lines by number from 1, both ends taken. */
const linesFrom = (text: string, first: number, last: number): string =>
  text
    .split('\n')
    .slice(Math.max(0, first - 1), last === Infinity ? undefined : last)
    .join('\n');

/** The lines between two marks; `null` where there is no first. */
function marked(text: string, opens: (line: string) => boolean, closes: (line: string) => boolean): string | null {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => opens(line) && !closes(line));
  if (from === -1) return null;
  const rest = lines.slice(from + 1);
  const to = rest.findIndex(closes);
  return (to === -1 ? rest : rest.slice(0, to)).join('\n');
}
