import { useEffect, useState, useSyncExternalStore } from 'react';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import { type NotSaved, onLeaving } from '#kit/leaving.ts';
import { windowDrafts } from '../own/draft-keeper.ts';
import { addOpened } from '../own/opened.ts';
import { currentComparison } from '../recovery/comparison.ts';
import { lookBeforeWriting } from '../recovery/disk-space.ts';
import { whenCompared } from '../recovery/recovery-gate.ts';
import { keptAside } from './kept-aside.ts';
import type { NoteRow } from './note-row.ts';
import { createNoteSaver, type NoteSaver, type SaveState } from './note-saver.ts';
import { keepInJournal } from './notes.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** A note that is open in this window, with the words that are still on their way to the disk. */
export interface NoteSession {
  readonly row: NoteRow;
  readonly state: SaveState;
  readonly change: (patch: NotePatch) => void;
  readonly flush: NoteSaver['flush'];
}

/** Once begun a session stays: what was refused is tried again, also when another screen is shown. */
const savers = new Map<string, Promise<NoteSaver | null>>();

async function open(id: string, db: NotesDb): Promise<NoteSaver | null> {
  await whenCompared();
  const row = await db.notes.get(id);
  if (!row) return null;
  const compared = currentComparison();
  const aside = compared.at === 'refused' ? await keptAside(row) : null;
  const before = compared.at === 'refused' && aside ? { ...aside, problem: compared.problem } : null;
  const saver = createNoteSaver(row, keepInJournal, { db }, before);
  onLeaving(() => flushed(saver));
  return saver;
}

/**
 * Has a note open that is in no store until its first change. `begun` hears of that change, before it is written.
 */
export function beginNote(note: Note, begun: () => void, db: NotesDb = noteRows()): void {
  const look = async (): Promise<void> => {
    await whenCompared();
    await lookBeforeWriting();
  };
  const saver = createNoteSaver({ id: note.id, rev: 0, note, binned: '' }, keepInJournal, { db, look });
  savers.set(note.id, Promise.resolve(saver));
  const stop = saver.subscribe(() => {
    stop();
    onLeaving(() => flushed(saver));
    void addOpened(note.id);
    begun();
  });
}

async function flushed(saver: NoteSaver): Promise<NotSaved | null> {
  // What was thrown is told where it was; that the words are not saved is in the state.
  await saver.flush().catch(() => undefined);
  const state = saver.state();
  if (state.at !== 'notSaved') return null;
  return { title: saver.row().note.title, problem: state.problem, kept: saver.isKept() };
}

/** Another window, the bin or a snapshot may have written since it was looked at. */
async function openAgain(id: string, known: Promise<NoteSaver | null>, db: NotesDb): Promise<NoteSaver | null> {
  const saver = await known;
  // A database that does not answer now says nothing of the note.
  if (!saver || (await saver.refresh().catch(() => true))) return saver;
  if (savers.get(id) === known) savers.delete(id);
  return saverOf(id, db);
}

/** The one saver of a note in this window; `null` where there is no such note. */
export function saverOf(id: string, db: NotesDb = noteRows()): Promise<NoteSaver | null> {
  const known = savers.get(id);
  if (known) return openAgain(id, known, db);
  const opened = open(id, db);
  savers.set(id, opened);
  // What could not be opened is asked for again the next time.
  void opened.then(
    (saver) => saver ?? savers.delete(id),
    () => savers.delete(id),
  );
  return opened;
}

const never = () => () => undefined;

/** The saver of a note, for screens that draw again only what changed; `undefined` and `null` as below. */
export function useNoteSaver(id: string): NoteSaver | null | undefined {
  const [held, setHeld] = useState<{ readonly id: string; readonly saver: NoteSaver | null }>();
  useEffect(() => {
    let left = false;
    // What was begun stands in its fields from the start: nothing is typed over it.
    const begun = windowDrafts()
      .read(id)
      .catch(() => undefined);
    void Promise.all([saverOf(id), begun]).then(([saver]) => {
      if (left) return;
      setHeld({ id, saver });
      // One that is not begun yet leaves nothing behind.
      if (saver && saver.row().rev > 0) void addOpened(id);
    });
    return () => {
      left = true;
    };
  }, [id]);
  return held?.id === id ? held.saver : undefined;
}

/** `undefined` until the note has been read, `null` where there is none. */
export function useNoteSession(id: string): NoteSession | null | undefined {
  const saver = useNoteSaver(id);
  // What another window wrote stands on the screen before the next key: that key's change is made from what is seen.
  const row = useSyncExternalStore(saver?.subscribe ?? never, () => saver?.row());
  const state = useSyncExternalStore(saver?.subscribe ?? never, () => saver?.state());
  if (!saver) return saver;
  return row && state && { row, state, change: saver.change, flush: saver.flush };
}
