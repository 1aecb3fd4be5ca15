import type { IncomingNote } from '#bridge/sharing.ts';
import { changedFields, type Named, standing } from '#domain/bundle/comparison.ts';
import type { Note, NoteField } from '#domain/note/record/note.ts';
import { firstRevisionText, isOfFirst, revisionText } from '#domain/note/record/revision.ts';
import { sha256Of } from '#kit/sha256.ts';
import type { NoteRow } from '../notes/note-row.ts';
import type { NotesDb } from '../notes/notes-db.ts';
import type { ComparedNote } from './arrival.ts';

async function namesOf(note: Note): Promise<Pick<Named, 'head' | 'first'>> {
  const [head, first] = await Promise.all([sha256Of(revisionText(note)), sha256Of(firstRevisionText(note))]);
  return { head, first };
}

/** The revisions that a note here grew from, oldest first: those of where it came from, then those of its sittings. */
export async function earlierOf({ id, rev }: NoteRow, db: NotesDb): Promise<readonly string[]> {
  const origin = await db.origins.get(id);
  const versions = await db.versions.where('id').equals(id).sortBy('rev');
  const own = await Promise.all(versions.filter((version) => version.rev < rev).map(({ note }) => namesOf(note)));
  const from = origin && origin.of === id ? [...origin.earlier, origin.head] : [];
  return [...new Set([...from, ...own.flatMap(({ first, head }) => [first, head])])];
}

/** Holds the notes of a file beside those that are here. Writes nothing. */
export async function compareNotes(
  notes: readonly IncomingNote[],
  db: NotesDb,
  told: (done: number) => void = () => undefined,
): Promise<readonly ComparedNote[]> {
  const compared: ComparedNote[] = [];
  for (const incoming of notes) {
    compared.push(await compareNote(incoming, db));
    told(compared.length);
  }
  return compared;
}

/** Handing a note on changes these by itself. */
const UNTOLD: ReadonlySet<NoteField | 'unknown'> = new Set(['changed', 'marking', 'notPersonal']);

async function compareNote(incoming: IncomingNote, db: NotesDb): Promise<ComparedNote> {
  const { note, revision, earlier, given: names } = incoming;
  const here = (await db.notes.get(note.id)) ?? null;
  if (here === null) return { incoming, arrival: 'new', here, fields: [] };
  const revisionHere = { ...(await namesOf(here.note)), isFirst: isOfFirst(here.note) };
  const origin = await db.origins.get(here.id);
  // As it came, it has the names that it had there too.
  const given = origin?.of === here.id && origin.head === revisionHere.head ? (origin.given ?? []) : [];
  const now = { ...revisionHere, given, earlier: await earlierOf(here, db) };
  const found = standing({ ...revision, given: names, earlier }, now);
  // What was read from its Markdown alone lacks what else it holds: nobody knows that it is all here.
  const isPart = incoming.from === 'markdown' && (found === 'same' || found === 'older');
  const arrival = isPart ? 'bothChanged' : found;
  if (arrival === 'same') return { incoming, arrival: here.binned === '' ? 'same' : 'binned', here, fields: [] };
  if (arrival === 'older' && here.binned === '') return { incoming, arrival, here, fields: [] };
  const beside = await besideOf(note.id, revision, db);
  if (beside) return { incoming, arrival: beside.binned === '' ? 'same' : 'binned', here: beside, fields: [] };
  const fields = changedFields(here.note, note).filter((field) => !UNTOLD.has(field));
  return { incoming, arrival: arrival === 'older' ? 'bothChanged' : arrival, here, fields };
}

/** A note that was taken in before, of this very revision, beside the one that was here. */
async function besideOf(of: string, { head, first }: Named, db: NotesDb): Promise<NoteRow | undefined> {
  const origins = await db.origins.where('of').equals(of).toArray();
  for (const origin of origins) {
    const isIt = origin.head === head || origin.head === first;
    const row = isIt && origin.id !== of ? await db.notes.get(origin.id) : undefined;
    if (row) return row;
  }
  return undefined;
}
