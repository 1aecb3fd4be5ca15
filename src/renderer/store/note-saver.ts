import type { Draft } from '#domain/journal/entry.ts';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Problem } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { type Saved, saveChanges } from './note-saves.ts';
import { type NoteRow, type NotesDb, noteRows } from './notes-db.ts';
import { storeProblem } from './store-problem.ts';

/** How the words of a note stand. "Saved" only when the database and the journal have both answered. */
export type SaveState =
  | { readonly at: 'saved' }
  | { readonly at: 'saving' }
  | { readonly at: 'notSaved'; readonly problem: Problem };

/** Keeps revisions outside the database, on the disk when it answers. */
export type KeepDrafts = (drafts: readonly Draft[]) => Promise<Result<null>>;

export interface NoteSaver {
  /** Takes a change; it is written soon. */
  readonly change: (patch: NotePatch) => void;
  /** Writes now what waits; ends when all that was changed before is saved or refused. */
  readonly flush: () => Promise<SaveState>;
  readonly state: () => SaveState;
  /** The note as it now stands with what is still to be written. */
  readonly row: () => NoteRow;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Effects {
  readonly db: NotesDb;
  readonly now: () => Date;
  /** Runs something later; the answer calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** Fields that were changed in another window too were joined. */
  readonly joined: (fields: Saved['both']) => void;
}

const theWindow = (): Effects => ({
  db: noteRows(),
  now: () => new Date(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  joined: () => undefined,
});

/** Milliseconds without a key before a change is written, and the most that it waits while keys go on. */
const REST = 300;
const LONGEST = 600;
/** Before what was refused is tried again. */
const AGAIN = 5_000;
/** Bytes to free on a full disk before a note can be written again. */
const NEEDED = 1_000_000;

export function createNoteSaver(start: NoteRow, keep: KeepDrafts, given: Partial<Effects> = {}): NoteSaver {
  const effects = { ...theWindow(), ...given };
  const listeners = new Set<() => void>();
  let base = start;
  let waiting: NotePatch = {};
  /** On its way to the database. */
  let writes: NotePatch = {};
  /** Written to the database, not yet to the journal. */
  let unkept: readonly Draft[] = [];
  let state: SaveState = { at: 'saved' };
  let writing: Promise<void> | null = null;
  let since: number | null = null;
  let callOff = (): void => undefined;

  const tell = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const isDone = (): boolean => Object.keys(waiting).length === 0 && unkept.length === 0;

  function plan(ms: number): void {
    callOff();
    callOff = effects.later(() => void write(), ms);
  }

  async function store(): Promise<Problem | null> {
    if (Object.keys(waiting).length > 0) {
      writes = waiting;
      waiting = {};
      since = null;
      try {
        const saved = await saveChanges(base, writes, effects.db, effects.now);
        if (!saved) return { code: 'note-gone' };
        base = saved.row;
        writes = {};
        unkept = [...unkept, saved.draft];
        if (saved.both.length > 0) effects.joined(saved.both);
      } catch (error) {
        const problem = storeProblem(error, NEEDED);
        if (!problem) throw error;
        return problem;
      } finally {
        // What came meanwhile is newer than what was refused.
        waiting = { ...writes, ...waiting };
        writes = {};
      }
    }
    const drafts = unkept;
    if (drafts.length === 0) return null;
    const kept = await keep(drafts);
    if (!kept.ok) return kept.problem;
    unkept = unkept.slice(drafts.length);
    return null;
  }

  /** One write at a time: each stands on the one before. */
  function write(): Promise<void> {
    callOff();
    writing ??= (async () => {
      try {
        tell({ at: 'saving' });
        const problem = await store();
        if (problem) {
          tell({ at: 'notSaved', problem });
          plan(AGAIN);
        } else if (isDone()) tell({ at: 'saved' });
        else plan(REST);
      } catch (error) {
        tell({ at: 'notSaved', problem: { code: 'store-unavailable' } });
        throw error;
      } finally {
        writing = null;
      }
    })();
    return writing;
  }

  return {
    change(patch) {
      waiting = { ...waiting, ...patch };
      const at = effects.now().getTime();
      since ??= at;
      if (state.at === 'saved') tell({ at: 'saving' });
      else for (const listener of listeners) listener();
      // A clock that jumped back must not put the write off.
      const waited = Math.max(0, at - since);
      if (!writing) plan(Math.max(0, Math.min(REST, LONGEST - waited)));
    },
    async flush() {
      await writing;
      if (!isDone()) await write();
      return state;
    },
    state: () => state,
    row: () => ({ ...base, note: { ...base.note, ...writes, ...waiting } }),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
