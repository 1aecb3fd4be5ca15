import { posix } from 'node:path';
import { codeRanges, insideOf } from './code-ranges.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from './draft.ts';
import { type IncludeTag, includeTags } from './include-tags.ts';
import { isMarkdown } from './page-names.ts';
import { splitPage } from './split-page.ts';

/** What putting parts into a page asks of the folder. */
export interface IncludeEffects {
  /** The file that a path means on a page; `null` where there is none. */
  readonly find: (from: string, path: string) => string | null;
  /** A file's text; `null` for one that cannot be read or is no text. */
  readonly read: (file: string) => Promise<string | null>;
  readonly note: (line: number, found: string, done: string) => void;
}

export interface Included {
  readonly body: Draft;
  /** Files whose text was put in. */
  readonly files: readonly string[];
}

const DEEPEST = 6;
/** Characters that one page may grow by. */
const MOST = 400_000;

/**
 * Puts the parts that a page names into it: snippets of MkDocs, mdBook, VitePress, Jekyll, Hugo, Quarto, MyST, DocFX,
 * MDX. A part that is not in the folder is said, and its path stands in its place.
 */
export async function withIncludes(path: string, body: Draft, effects: IncludeEffects): Promise<Included> {
  const files = new Set<string>();
  let left = MOST;
  const expand = async (draft: Draft, inside: readonly string[]): Promise<Draft> => {
    const tags = includeTags(draft.text);
    if (tags.length === 0) return draft;
    const inCode = insideOf(codeRanges(draft.text));
    const lineAt = lineFinder(draft);
    const edits: Edit[] = [];
    for (const tag of tags) {
      const code = inCode(tag.start);
      if (code && !tag.inCode) continue;
      const line = lineAt(tag.start);
      const found = draft.text.slice(tag.start, tag.end);
      const put = (text: string, done: string | null): void => {
        if (done !== null && inside.length === 1) effects.note(line, found, done);
        edits.push({ start: tag.start, end: tag.end, text });
      };
      const parts: string[] = [];
      const lost: string[] = [];
      for (const wanted of tag.files) {
        const made = await part(tag, wanted, code, inside);
        if (made === null) lost.push(wanted.path);
        else parts.push(made);
      }
      if (lost.length === 0) put(parts.join('\n\n'), `put in: ${tag.files.map((file) => file.path).join(', ')}`);
      else if (code) effects.note(line, found, 'kept as it is: the file is not in the folder');
      else if (tag.otherwise === 'words') {
        const words = lost.map((name) => `\`${name.replaceAll('`', '')}\``).join(', ');
        put([...parts, words].join('\n\n'), `left out: ${lost.join(', ')} is not in the folder`);
      }
    }
    return applyEdits(draft, edits);
  };
  const part = async (
    tag: IncludeTag,
    wanted: IncludeTag['files'][number],
    code: boolean,
    inside: readonly string[],
  ): Promise<string | null> => {
    if (inside.length > DEEPEST || /^[a-z][a-z0-9+.-]*:\/\//i.test(wanted.path)) return null;
    const file = effects.find(path, wanted.path) ?? effects.find(inside.at(-1) ?? path, wanted.path);
    if (file === null || inside.includes(file)) return null;
    const raw = await effects.read(file);
    if (raw === null || raw.length > left || (tag.as === 'text' && !code && !isText(file, raw))) return null;
    const whole = tag.as === 'text' && !code && isMarkdown(file) ? splitPage(raw).body : raw;
    const text = wanted.pick(whole);
    if (text === null) return null;
    left -= text.length;
    files.add(file);
    const clean = text.replace(SECTION_MARK, '').replace(/^\n+/, '').trimEnd();
    const indent = tag.indent;
    const placed = indent === '' ? clean : clean.replace(/\n(?=[^\n])/g, `\n${indent}`);
    if (tag.as === 'code') return `~~~~${posix.extname(file).slice(1)}\n${placed}\n~~~~`;
    if (code) return placed;
    const draft: Draft = { text: placed, at: placed.split('\n').map(() => 1) };
    return (await expand(draft, [...inside, file])).text;
  };
  return { body: await expand(body, [path]), files: [...files] };
}

const SECTION_MARK = /^[^\n]*(?:-8<-+[ \t]*\[(?:start|end):|\bANCHOR(?:_END)?:|#(?:end)?region\b)[^\n]*(?:\n|$)/gm;

/** Markdown, plain text, and HTML without a program or a template in it. */
function isText(file: string, text: string): boolean {
  if (isMarkdown(file) || /\.(?:txt|text|inc|snippet|partial)$/i.test(file) || !/\.[^/]+$/.test(file)) return true;
  return /\.html?$/i.test(file) && !/\{\{|\{%|<%|<script/i.test(text);
}
