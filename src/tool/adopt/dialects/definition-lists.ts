import { blockDialect, gap, indentedBody, trimmed } from '../blocks.ts';
import type { DraftLine } from '../draft.ts';

const DEFINITION = /^ {0,3}: {1,3}(\S.*)$/;
const TERM = /^ {0,3}(?![-+*>#|:`~]|\d+[.)]\s|<)\S/;

/** `Term`, then `: Definition` lines: a list of terms in HTML, which the app shows as one. */
export const definitionLists = blockDialect('definition', (lines, index, context, within) => {
  const first = lines[index];
  if (!first || !TERM.test(first.text) || (lines[index - 1]?.text.trim() ?? '') !== '') return null;
  const out: DraftLine[] = [];
  let next = index;
  let entry = entryAt(lines, next);
  if (!entry) return null;
  const { at } = first;
  context.note(at, `${first.text} : …`, 'made a list of terms');
  out.push(gap(at), { text: '<dl>', at });
  while (entry) {
    for (const term of entry.terms) {
      out.push({ text: '<dt>', at: term.at }, gap(term.at), term, gap(term.at), { text: '</dt>', at: term.at });
    }
    for (const body of entry.definitions) {
      const place = body[0]?.at ?? at;
      out.push({ text: '<dd>', at: place }, gap(place), ...trimmed(within(body)), gap(place), {
        text: '</dd>',
        at: place,
      });
    }
    next = entry.next;
    entry = entryAt(lines, next);
  }
  out.push({ text: '</dl>', at }, gap(at));
  return { lines: out, next };
});

interface Entry {
  readonly terms: readonly DraftLine[];
  readonly definitions: readonly (readonly DraftLine[])[];
  readonly next: number;
}

/** One or a few term lines and what follows them, empty lines before allowed. */
function entryAt(lines: readonly DraftLine[], from: number): Entry | null {
  let index = from;
  while (lines[index]?.text.trim() === '') index += 1;
  const terms: DraftLine[] = [];
  for (let line = lines[index]; line && TERM.test(line.text) && terms.length < 5; line = lines[index]) {
    terms.push({ ...line, text: line.text.trim() });
    index += 1;
  }
  if (terms.length === 0) return null;
  const definitions: (readonly DraftLine[])[] = [];
  for (;;) {
    const blank = lines[index]?.text.trim() === '' ? 1 : 0;
    const line = lines[index + blank];
    const found = DEFINITION.exec(line?.text ?? '');
    if (!line || !found) break;
    const { lines: more, next } = definitionBody(lines, index + blank + 1);
    definitions.push([{ ...line, text: found[1] ?? '' }, ...more]);
    index = next;
  }
  return definitions.length === 0 ? null : { terms, definitions, next: index };
}

/** Lines that go on with a definition: indented ones, and text that runs on without an empty line. */
function definitionBody(lines: readonly DraftLine[], from: number): { lines: readonly DraftLine[]; next: number } {
  const body: DraftLine[] = [];
  let next = from;
  for (let line = lines[next]; line && line.text.trim() !== '' && !DEFINITION.test(line.text); line = lines[next]) {
    body.push({ ...line, text: line.text.trim() });
    next += 1;
  }
  const indented = lines[next]?.text.trim() === '' ? indentedBody(lines, next, 2) : null;
  if (indented?.lines.some(({ text }) => text !== '')) {
    return { lines: [...body, ...indented.lines], next: indented.next };
  }
  return { lines: body, next };
}
