import { FIELDS, fieldsWith } from './fields.ts';
import type { Note, NoteField } from './record/note.ts';

/** A text in a note, and the way to it: `problem`, `hypothesis.change`, `stopRules.0.text`. */
export interface OwnText {
  readonly path: string;
  readonly text: string;
}

/** Names in rows and parts whose text nobody writes: Satchel's own, and choices. */
const CHOSEN: ReadonlySet<string> = new Set([
  ...['id', 'at', 'day', 'metric', 'rule', 'sha256', 'type', 'by', 'fromValue', 'toValue'],
  ...['answer', 'choice', 'direction', 'kind', 'level', 'personal', 'role'],
]);
const NONE: ReadonlySet<string> = new Set();
/** Of a deviation, what stands in the plan too. */
const REPEATED = /^deviations\.\d+\.(?:field|from)$/;

const COUNTED = fieldsWith('counted', true);

/** Every text of one field; of one that only a newer Satchel knows what is under any name. */
export const textsOf = (note: Note, field: NoteField): readonly OwnText[] =>
  textsIn(note[field], field, Object.hasOwn(FIELDS, field) ? CHOSEN : NONE);

/** The same without what is said twice, each text once. */
const wordsOf = (note: Note, field: NoteField): readonly string[] => [
  ...new Set(
    textsOf(note, field).flatMap(({ path, text }) => (text.trim() === '' || REPEATED.test(path) ? [] : [text])),
  ),
];

/** Every text that the writer of a note put into it; not guidance that was cited, nor what others said of it. */
export const writtenIn = (note: Note): readonly string[] =>
  COUNTED.flatMap((field) => textsOf(note, field).flatMap(({ path, text }) => (REPEATED.test(path) ? [] : [text])));

type Place = NonNullable<(typeof FIELDS)[NoteField]['search']>;

/** Where the search looks for what. */
const SEARCHED: Readonly<Record<Place, readonly NoteField[]>> = {
  title: fieldsWith('search', 'title'),
  about: fieldsWith('search', 'about'),
  plan: fieldsWith('search', 'plan'),
  text: fieldsWith('search', 'text'),
  results: fieldsWith('search', 'results'),
  decision: fieldsWith('search', 'decision'),
};

/** The texts of a note in which the search looks at one place, in the order in which the note is read. */
export const searchedIn = (note: Note, place: Place): readonly string[] =>
  SEARCHED[place].flatMap((field) => wordsOf(note, field));

function textsIn(value: unknown, path: string, chosen: ReadonlySet<string>): readonly OwnText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !chosen.has(key))
    .flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, chosen));
}
