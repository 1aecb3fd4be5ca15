import type { IncomingNote } from '#bridge/sharing.ts';
import { changedFields, revisionText, type Standing, standing } from '#domain/bundle/comparison.ts';
import type { Note } from '#domain/note/note.ts';
import type { NoteRow, NotesDb } from './notes-db.ts';

/** How a note of a file stands to what is here. `binned`: the same note lies in the bin. */
export type Arrival = Standing | 'binned';

export interface ComparedNote {
  readonly incoming: IncomingNote;
  readonly arrival: Arrival;
  /** The note here that it is compared with. */
  readonly here: NoteRow | null;
  /** The fields in which the two differ. */
  readonly fields: readonly (keyof Note)[];
}

/** SHA-256 of text, in small hexadecimal. */
export async function sha256Of(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const revisionOf = (note: Note): Promise<string> => sha256Of(revisionText(note));

/** The revisions that a note here grew from, oldest first: those of where it came from, then those of its sittings. */
export async function earlierOf({ id, rev }: NoteRow, db: NotesDb): Promise<readonly string[]> {
  const origin = await db.origins.get(id);
  const versions = await db.versions.where('id').equals(id).sortBy('rev');
  const own = await Promise.all(versions.filter((version) => version.rev < rev).map(({ note }) => revisionOf(note)));
  const from = origin && origin.of === id ? [...origin.earlier, origin.head] : [];
  return [...new Set([...from, ...own])];
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
const UNTOLD: ReadonlySet<keyof Note> = new Set(['changed', 'marking', 'notPersonal']);

async function compareNote(incoming: IncomingNote, db: NotesDb): Promise<ComparedNote> {
  const { note, revision: head, earlier } = incoming;
  const here = (await db.notes.get(note.id)) ?? null;
  if (here === null) return { incoming, arrival: 'new', here, fields: [] };
  const now = { head: await revisionOf(here.note), earlier: await earlierOf(here, db) };
  const arrival = standing({ head, earlier }, now);
  if (arrival === 'same') return { incoming, arrival: here.binned === '' ? 'same' : 'binned', here, fields: [] };
  if (arrival === 'older' && here.binned === '') return { incoming, arrival, here, fields: [] };
  const beside = await besideOf(note.id, head, db);
  if (beside) return { incoming, arrival: beside.binned === '' ? 'same' : 'binned', here: beside, fields: [] };
  const fields = changedFields(here.note, note).filter((field) => !UNTOLD.has(field));
  return { incoming, arrival: arrival === 'older' ? 'bothChanged' : arrival, here, fields };
}

/** A note that was taken in before, of this very revision, beside the one that was here. */
async function besideOf(of: string, head: string, db: NotesDb): Promise<NoteRow | undefined> {
  const origins = await db.origins.where('of').equals(of).toArray();
  for (const origin of origins) {
    const row = origin.head === head && origin.id !== of ? await db.notes.get(origin.id) : undefined;
    if (row) return row;
  }
  return undefined;
}

/** Whether taking a file in writes something for this note. */
export const isTakenIn = ({ arrival }: ComparedNote): boolean => arrival !== 'same' && arrival !== 'older';
