import { isMap, LineCounter, parseDocument, visit } from 'yaml';
import { LIMITS } from '#domain/limits.ts';
import { withoutEnd } from '#domain/without-end.ts';
import { visibleText } from './invisible.ts';

type FrontMatterFault =
  | 'language'
  | 'unclosed'
  | 'not-mapping'
  | 'too-large'
  | 'too-deep'
  | 'tag'
  | 'alias'
  | 'duplicate-key'
  | 'yaml';

/** `line` and `column` are of the whole file and start at 1. `error` is one line of plain English. */
export type FrontMatter =
  | { readonly data: Record<string, unknown> }
  | { readonly error: string; readonly fault: FrontMatterFault; readonly line: number; readonly column: number };

type Fenced = { readonly frontMatter: FrontMatter | null; readonly body: string };

const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;

/**
 * Parts a file into front matter and body. The body keeps its place: front matter becomes spaces, so that every
 * position in the body is a position in the file. Takes a file without byte order mark.
 */
export function takeFrontMatter(source: string): Fenced {
  const open = /^---([^\r\n]*)(?:\r\n|\r|\n|$)/.exec(source);
  const language = withoutEnd(open?.[1]?.replace(/^[ \t]+/, '') ?? '', /[ \t]/);
  if (!open || language.startsWith('-')) return { frontMatter: null, body: source };
  const close = /(?:^|\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(source.slice(open[0].length));
  if (!close) {
    // A rule on the first line is Markdown too; only what reads like a key is a fence that was not closed.
    const keyed = language === '' && /^[A-Za-z_][\w-]*:(?:[ \t]|\r|\n)/.test(source.slice(open[0].length));
    return {
      frontMatter: keyed ? fault('unclosed', 'No closing --- after the front matter', 1, 1) : null,
      body: source,
    };
  }
  const end = open[0].length + close.index + close[0].length;
  const body = source.slice(0, end).replace(/[^\r\n]/g, ' ') + source.slice(end);
  if (language !== '') {
    return { frontMatter: fault('language', `Unexpected "${language}" after ---, expected YAML`, 1, 4), body };
  }
  return { frontMatter: readYaml(source.slice(open[0].length, open[0].length + close.index)), body };
}

/**
 * Reads the text between the fences: YAML 1.2 core schema, no tags of other kinds, few aliases. Never throws. A plain
 * scalar that its value would write otherwise (`2.10`, `007`, `1e3`, `0x1F`, `True`) stays the text that was written.
 */
export function readYaml(text: string): FrontMatter {
  if (text.length > LIMITS.frontMatter) return fault('too-large', 'Front matter is too large', 2, 1);
  if (nesting(text) > MAX_DEPTH) return fault('too-deep', 'Front matter is nested too deeply', 2, 1);
  const lines = new LineCounter();
  const at = (offset: number): [number, number] => {
    const { line, col } = lines.linePos(offset);
    return [Math.max(line, 1) + 1, Math.max(col, 1)];
  };
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      lineCounter: lines,
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) {
      const kind = error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml';
      return fault(kind, oneLine(error.message), ...at(error.pos[0]));
    }
    const [warning] = document.warnings;
    if (warning) return fault('tag', oneLine(warning.message), ...at(warning.pos[0]));
    if (document.contents === null) return { data: {} };
    if (!isMap(document.contents)) return fault('not-mapping', 'Front matter is not a list of keys and values', 2, 1);
    visit(document, {
      Scalar: (_key, scalar) => {
        if (scalar.source !== undefined && isRewritten(scalar.value, scalar.source)) scalar.value = scalar.source;
      },
    });
    const value = plain(document.toJS({ mapAsMap: true, maxAliasCount: 100 }), { left: MAX_VALUES }, 0);
    return { data: value as Record<string, unknown> };
  } catch (thrown) {
    // The reader recurses on nesting and throws on aliases that multiply.
    if (thrown instanceof ReferenceError) return fault('alias', oneLine(thrown.message), 2, 1);
    return fault('too-deep', 'Front matter is nested too deeply', 2, 1);
  }
}

/** Whether a value is not written as it was: a title `2.10` is no 2.1. An empty value and `~` are none at all. */
function isRewritten(value: unknown, source: string): boolean {
  if (value === null) return source !== '' && source !== '~' && source !== 'null';
  return (typeof value === 'number' || typeof value === 'boolean') && String(value) !== source;
}

/** The deepest brackets and the most list markers on one line: cheap to count and never less than what YAML nests. */
function nesting(text: string): number {
  let deepest = 0;
  let open = 0;
  for (const mark of text) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++open);
    else if ((mark === ']' || mark === '}') && open > 0) open -= 1;
  }
  const markers = Math.max(0, ...[...text.matchAll(/(?:[-?:] +){8,}/g)].map(([run]) => run.length / 2));
  return Math.max(deepest, markers);
}

/** JSON's own kinds only; names that mean something to JavaScript's objects are left out. */
function plain(value: unknown, budget: { left: number }, depth: number): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth > MAX_DEPTH) throw new RangeError('too much');
  if (typeof value === 'string') return visibleText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => plain(inner, budget, depth + 1));
  if (value instanceof Map) {
    const entries: [string, unknown][] = [];
    for (const [key, inner] of value) {
      const name = typeof key === 'object' ? JSON.stringify(plain(key, budget, depth + 1)) : String(key);
      if (name !== '__proto__') entries.push([visibleText(name), plain(inner, budget, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
  return String(value);
}

function fault(fault: FrontMatterFault, error: string, line: number, column: number): FrontMatter {
  return { error, fault, line, column };
}

const oneLine = (text: string): string => visibleText(text.split('\n', 1)[0] ?? '').slice(0, 300);
