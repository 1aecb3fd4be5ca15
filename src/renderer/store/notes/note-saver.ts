import type { Draft } from '#domain/journal/entry.ts';
import { rememberFound } from '#domain/note/found.ts';
import { type NotePatch, rebase } from '#domain/note/rebase.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { lookBeforeWriting } from '../recovery/disk-space.ts';
import { storeProblem } from '../store-problem.ts';
import { later, WRITTEN_SOON } from '../written-soon.ts';
import type { KeepDrafts } from './keep-drafts.ts';
import type { Aside } from './kept-aside.ts';
import type { NoteRow } from './note-row.ts';
import { draftOf, type Saved, saveChanges } from './note-saves.ts';
import { type NotesDb, noteRows } from './notes-db.ts';

/** How the words of a note stand. "Saved" only when the database and the journal have both answered. */
export type SaveState =
  | { readonly at: 'saved' }
  | { readonly at: 'saving' }
  | { readonly at: 'notSaved'; readonly problem: Problem };

export interface NoteSaver {
  /**
   * Takes a change; it is written soon.
   * @throws ProblemError `note-newer`: whoever says "done" after it must not come so far
   */
  readonly change: (patch: NotePatch) => void;
  /** Writes now what waits; ends when all that was changed before is saved or refused. */
  readonly flush: () => Promise<SaveState>;
  /** Takes up what was written elsewhere, where nothing of this window waits. `false`: the note is gone. */
  readonly refresh: () => Promise<boolean>;
  readonly state: () => SaveState;
  /** Whether all words are in one of the two places at least, where the next start finds them. */
  readonly isKept: () => boolean;
  /** The note as it now stands with what is still to be written; the same object until that changes. */
  readonly row: () => NoteRow;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Effects {
  readonly db: NotesDb;
  readonly now: () => Date;
  /** Looks whether the disk still takes it. */
  readonly look: () => Promise<void>;
  /** Runs something later; the answer calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** Fields that were changed in another window too were joined. */
  readonly joined: (fields: Saved['both']) => void;
}

const theWindow = (): Effects => ({
  db: noteRows(),
  now: () => new Date(),
  look: lookBeforeWriting,
  later,
  joined: () => undefined,
});

/** For the benchmark: how long both took to answer. Only the last is kept. */
function measureSave(begun: number): void {
  performance.clearMeasures('note-saved');
  performance.measure('note-saved', { start: begun });
}

/** @param before what an earlier window could keep in the journal alone, and why; it is tried again */
export function createNoteSaver(
  start: NoteRow,
  keep: KeepDrafts,
  given: Partial<Effects> = {},
  before: (Aside & { readonly problem: Problem }) | null = null,
): NoteSaver {
  const effects = { ...theWindow(), ...given };
  const listeners = new Set<() => void>();
  let base = start;
  let waiting: NotePatch = before?.patch ?? {};
  /** On its way to the database. */
  let writes: NotePatch = {};
  /** Written to the database, not yet to the journal. Each holds the whole note, so the newest is enough. */
  let unkept: Draft | null = null;
  let refused = false;
  /** What was refused by the database, as the journal has it, and under which revision. */
  let keptAside = before ? JSON.stringify(before.patch) : '';
  let asideRev = before?.rev ?? 0;
  let shown: NoteRow | null = null;
  let state: SaveState = before ? { at: 'notSaved', problem: before.problem } : { at: 'saved' };
  let writing: Promise<void> | null = null;
  let since: number | null = null;
  let callOff = (): void => undefined;

  const changed = (): void => {
    shown = null;
    for (const listener of listeners) listener();
  };
  const tell = (next: SaveState): void => {
    state = next;
    changed();
  };
  const isDone = (): boolean => Object.keys(waiting).length === 0 && unkept === null;

  function plan(ms: number): void {
    callOff();
    callOff = effects.later(() => void write(), ms);
  }

  /** Soon, but not so late that words are older than they may be. A clock that jumped back puts nothing off. */
  function planRest(): void {
    const waited = since === null ? 0 : Math.max(0, effects.now().getTime() - since);
    plan(Math.max(0, Math.min(WRITTEN_SOON.rest, WRITTEN_SOON.longest - waited)));
  }

  async function storeWaiting(): Promise<Problem | null> {
    writes = waiting;
    waiting = {};
    since = null;
    const mine = { ...base.note, ...writes };
    try {
      await effects.look();
      const saved = await saveChanges(base, writes, effects.db, effects.now, asideRev);
      if (!saved) return { code: 'note-gone' };
      const isJoined = saved.joined;
      base = saved.row;
      writes = {};
      unkept = saved.draft;
      // What came meanwhile was written over the note as this window showed it, not as it was joined.
      if (isJoined) waiting = rebase(mine, base.note, waiting).patch;
      if (isJoined) changed();
      if (saved.both.length > 0) effects.joined(saved.both);
      return null;
    } catch (error) {
      const problem = storeProblem(error, WRITTEN_SOON.needed);
      if (!problem) throw error;
      // The words are safer in one place than in none; a start finds the newer ones there.
      const words = JSON.stringify(writes);
      if (words !== keptAside) {
        const rev = Math.max(base.rev, asideRev) + 1;
        const kept = await keep([{ ...draftOf({ ...base, rev, note: mine }), aside: true }]);
        // Tried again every few seconds, it would fill a disk that is full.
        if (kept.ok) [keptAside, asideRev] = [words, rev];
      }
      return problem;
    } finally {
      // What came meanwhile is newer than what was refused.
      waiting = { ...writes, ...waiting };
      writes = {};
    }
  }

  async function keepNewest(): Promise<Problem | null> {
    if (unkept && refused) {
      // Meanwhile the note may have gone on elsewhere, into the bin, or away.
      const row = await effects.db.notes.get(base.id);
      unkept = row ? draftOf(row) : null;
    }
    if (unkept === null) return null;
    const kept = await keep([unkept]);
    refused = !kept.ok;
    if (!kept.ok) return kept.problem;
    unkept = null;
    return null;
  }

  /** One write at a time: each stands on the one before. */
  function write(): Promise<void> {
    callOff();
    writing ??= (async () => {
      try {
        tell({ at: 'saving' });
        const begun = performance.now();
        const isEmpty = Object.keys(waiting).length === 0;
        const problem = (isEmpty ? null : await storeWaiting()) ?? (await keepNewest());
        if (!problem) measureSave(begun);
        if (problem) {
          tell({ at: 'notSaved', problem });
          plan(WRITTEN_SOON.again);
        } else if (isDone()) tell({ at: 'saved' });
        else planRest();
      } catch (error) {
        tell({ at: 'notSaved', problem: { code: 'store-unavailable' } });
        throw error;
      } finally {
        writing = null;
      }
    })();
    return writing;
  }

  if (before) plan(WRITTEN_SOON.again);
  return {
    change(patch) {
      // Of a note of a newer Satchel nothing is written over: it says what this one cannot read.
      if (isForReading(base.note) && Object.keys(patch).some((field) => field !== 'comments'))
        throw new ProblemError({ code: 'note-newer', title: base.note.title });
      waiting = { ...waiting, ...patch };
      const now = { ...base.note, ...writes, ...waiting };
      const { plan: locked } = rememberFound(now);
      if (locked !== now.plan) waiting = { ...waiting, plan: locked };
      since ??= effects.now().getTime();
      if (state.at === 'saved') tell({ at: 'saving' });
      else changed();
      if (!writing) planRest();
    },
    async flush() {
      await writing;
      if (!isDone()) await write();
      return state;
    },
    async refresh() {
      const before = base;
      const row = await effects.db.notes.get(base.id);
      // The next save joins what both wrote.
      if (writing || !isDone() || base !== before) return true;
      // One that has no word yet is nowhere.
      if (!row) return base.rev === 0;
      base = row;
      changed();
      return true;
    },
    state: () => state,
    isKept: () => Object.keys(waiting).length === 0 || JSON.stringify(waiting) === keptAside,
    row: () => {
      shown ??= { ...base, note: { ...base.note, ...writes, ...waiting } };
      return shown;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
