import { useEffect, useState } from 'react';
import type { NotePatch } from '#domain/note/rebase.ts';
import { onLeaving } from './leaving.ts';
import { createNoteSaver, type NoteSaver, type SaveState } from './note-saver.ts';
import { keepDrafts } from './notes.ts';
import { type NoteRow, type NotesDb, noteRows } from './notes-db.ts';
import { addOpened } from './opened.ts';

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
  const row = await db.notes.get(id);
  if (!row) return null;
  const saver = createNoteSaver(row, keepDrafts, { db });
  onLeaving(saver.flush);
  return saver;
}

/** The one saver of a note in this window; `null` where there is no such note. */
export function saverOf(id: string, db: NotesDb = noteRows()): Promise<NoteSaver | null> {
  const known = savers.get(id);
  if (known) return known;
  const opened = open(id, db);
  savers.set(id, opened);
  // What could not be opened is asked for again the next time.
  void opened.then(
    (saver) => saver ?? savers.delete(id),
    () => savers.delete(id),
  );
  return opened;
}

/** `undefined` until the note has been read, `null` where there is none. */
export function useNoteSession(id: string): NoteSession | null | undefined {
  const [held, setHeld] = useState<{ readonly id: string; readonly saver: NoteSaver | null }>();
  useEffect(() => {
    let left = false;
    void saverOf(id).then((saver) => {
      if (left) return;
      setHeld({ id, saver });
      if (saver) void addOpened(id);
    });
    return () => {
      left = true;
    };
  }, [id]);
  const saver = held?.id === id ? held.saver : undefined;
  const [session, setSession] = useState<{
    readonly of: NoteSaver;
    readonly row: NoteRow;
    readonly state: SaveState;
  }>();
  useEffect(() => {
    if (!saver) return undefined;
    const read = () => setSession({ of: saver, row: saver.row(), state: saver.state() });
    read();
    return saver.subscribe(read);
  }, [saver]);
  if (!saver) return saver;
  if (session?.of !== saver) return undefined;
  return { row: session.row, state: session.state, change: saver.change, flush: saver.flush };
}
