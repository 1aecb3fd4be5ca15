import { codeRanges, insideOf } from './code-ranges.ts';
import type { DialectContext } from './dialect.ts';
import { applyEdits, type Draft, type Edit, lineFinder } from './draft.ts';
import { expressionEnd, textOf } from './jsx-tags.ts';

/** A page without its lines of JavaScript, and what they said. */
export interface WithoutStatements {
  readonly text: Draft;
  readonly statements: number;
  /** Name → path of pictures that are imported. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Name → text of exported texts. */
  readonly texts: ReadonlyMap<string, string>;
}

const IMPORT = /import\s+(?:[\w*{](?:(?!\n[ \t]*\n)[^;"'`]){0,2000}?\sfrom\s+)?["'][^"'\n]{1,500}["'];?[ \t]*(?=\n|$)/y;
const EXPORT =
  /export[ \t]+(?:const|let|var|default|async[ \t]+function|function|class|\*|\{|type|interface)(?![\w-])/y;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#].*)?$/i;
const LONGEST = 20_000;
/** A page with more statements that have no end is not MDX. */
const MOST_UNREAD = 50;

/** Takes `import` and `export` out, over as many lines as they go. */
export function mdxStatements(draft: Draft, context: DialectContext): WithoutStatements {
  const { text } = draft;
  const pictures = new Map<string, string>();
  const texts = new Map<string, string>();
  const edits: Edit[] = [];
  const inCode = insideOf(codeRanges(text));
  const lineAt = lineFinder(draft);
  const begins = /^(?:import|export)\b/gm;
  let done = 0;
  let unread = 0;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const start = found.index;
    if (inCode(start) || start < done) continue;
    const before = text.slice(Math.max(0, start - 200), start).trimEnd();
    const gap = text.slice(Math.max(0, start - 2), start);
    const fresh =
      start === 0 || before === '' || gap === '\n\n' || /\n[ \t]*\n$/.test(text.slice(Math.max(0, start - 50), start));
    if (!fresh && done !== start) continue;
    const end = statementEnd(text, start);
    if (end === -1) {
      unread += 1;
      if (unread > MOST_UNREAD) break;
      continue;
    }
    const statement = text.slice(start, end);
    context.note(lineAt(start), statement, 'left out: JavaScript');
    remember(statement, pictures, texts);
    const next = text[end] === '\n' ? end + 1 : end;
    edits.push({ start, end: next, text: '' });
    done = next;
    begins.lastIndex = next;
  }
  return { text: applyEdits(draft, edits), statements: edits.length, pictures, texts };
}

function statementEnd(text: string, start: number): number {
  IMPORT.lastIndex = start;
  const imported = IMPORT.exec(text);
  if (imported) return start + imported[0].length;
  EXPORT.lastIndex = start;
  if (!EXPORT.exec(text)) return -1;
  // Up to the end of the line on which every bracket is closed.
  const stop = Math.min(text.length, start + LONGEST);
  let at = start;
  while (at < stop) {
    const char = text[at] ?? '';
    if (char === '\n' && !/(?:=>?|[,&|+(])\s*$/.test(text.slice(Math.max(start, at - 20), at))) return at;
    if ('{[('.includes(char)) {
      const end = expressionEnd(text, at, stop);
      if (end === -1) return -1;
      at = end;
    } else at += 1;
  }
  return at === text.length ? at : -1;
}

function remember(statement: string, pictures: Map<string, string>, texts: Map<string, string>): void {
  const [, name = '', path = ''] =
    /^import\s+(?:\{\s*default\s+as\s+)?(\w+)(?:\s*\})?\s+from\s+["']([^"'\n]+)["']/.exec(statement) ?? [];
  if (PICTURE.test(path)) pictures.set(name, path.replace(/^@site\/(?:static\/)?/, '/'));
  const [, constant = '', value = ''] =
    /^export\s+(?:const|let|var)\s+(\w+)\s*=\s*([\s\S]{1,2000}?);?\s*$/.exec(statement) ?? [];
  const plain = textOf(value.trim());
  if (plain === null) return;
  if (PICTURE.test(plain)) pictures.set(constant, plain);
  else texts.set(constant, plain);
}
