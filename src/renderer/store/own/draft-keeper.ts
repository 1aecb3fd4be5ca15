import type { Problem } from '#domain/problem.ts';
import { type NotSaved, onLeaving } from '#kit/leaving.ts';
import { type DraftRow, type OwnDb, ownRows } from '../db.ts';
import type { SaveState } from '../notes/note-saver.ts';
import { noteRows } from '../notes/notes-db.ts';
import { lookBeforeWriting } from '../recovery/disk-space.ts';
import { storeProblem } from '../store-problem.ts';
import { later, WRITTEN_SOON } from '../written-soon.ts';
import { dropDrafts, keepDrafts, listDrafts } from './drafts.ts';

/** Words that were begun, as this window shows them; soon in the store, and there for the next window. */
export interface DraftKeeper {
  /** Reads what is kept of one thing, also by another window. What waits to be written here stays as it is. */
  readonly read: (of: string) => Promise<void>;
  /** `undefined`: nothing was begun there. */
  readonly shown: (of: string, field: string) => string | undefined;
  /** All that was begun of one thing, as it is shown. */
  readonly begun: (of: string) => readonly { readonly field: string; readonly text: string }[];
  /** Shows `text`, and keeps it. `kept`: what is kept in its stead; empty for nothing. */
  readonly set: (of: string, field: string, text: string, kept?: string) => void;
  /**
   * The words came into something else and stay kept until `done`, which says that they are safe there. `shown`: the
   * fields, each with what it shows from now on; `undefined` for what it began with.
   */
  readonly take: (of: string, shown: Readonly<Record<string, string | undefined>>, done: Promise<unknown>) => void;
  /** Forgets what was to come into notes that are no more. */
  readonly forget: (notes: readonly string[]) => Promise<void>;
  /** Writes now what waits; ends when it is kept or refused. */
  readonly flush: () => Promise<SaveState>;
  readonly state: () => SaveState;
  /** What has words that are not kept yet; `null` for nothing. */
  readonly unkept: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
}

interface Effects {
  readonly db: OwnDb;
  /** Milliseconds since anything. */
  readonly now: () => number;
  /** Looks whether the disk still takes it. */
  readonly look: () => Promise<void>;
  /** Runs something later; the answer calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
}

const theWindow = (): Effects => ({
  db: ownRows(),
  now: () => performance.now(),
  look: lookBeforeWriting,
  later,
});

interface Held extends DraftRow {
  readonly shown: string | undefined;
  /** `waits`: not written yet. `leaves`: taken away once it is safe elsewhere. */
  readonly at: 'kept' | 'waits' | 'leaves';
}

export function createDraftKeeper(given: Partial<Effects> = {}): DraftKeeper {
  const { db, now, look, later: soon } = { ...theWindow(), ...given };
  const listeners = new Set<() => void>();
  const all = new Map<string, Held>();
  let state: SaveState = { at: 'saved' };
  let writing: Promise<void> | null = null;
  /** How often something was written. */
  let writes = 0;
  let since: number | null = null;
  let callOff = (): void => undefined;

  const keyOf = (of: string, field: string): string => `${of}\n${field}`;
  const hold = (held: Held): void => {
    all.set(keyOf(held.of, held.field), held);
  };
  const waiting = (): readonly Held[] => [...all.values()].filter(({ at }) => at === 'waits');
  const isHeld = (held: Held): boolean => all.get(keyOf(held.of, held.field)) === held;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const tell = (next: SaveState): void => {
    state = next;
    changed();
  };
  function plan(ms: number): void {
    callOff();
    callOff = soon(() => void write(), ms);
  }
  function planRest(): void {
    since ??= now();
    plan(Math.max(0, Math.min(WRITTEN_SOON.rest, WRITTEN_SOON.longest - Math.max(0, now() - since))));
  }

  async function store(): Promise<Problem | null> {
    const some = waiting();
    since = null;
    try {
      await look();
      await keepDrafts(
        some.map(({ of, field, text }) => ({ of, field, text })),
        db,
      );
    } catch (error) {
      const problem = storeProblem(error, WRITTEN_SOON.needed);
      if (!problem) throw error;
      return problem;
    }
    // What was typed meanwhile still waits.
    for (const held of some) if (isHeld(held)) hold({ ...held, at: 'kept' });
    return null;
  }

  function write(): Promise<void> {
    callOff();
    writing ??= (async () => {
      try {
        if (state.at !== 'saving') tell({ at: 'saving' });
        const problem = await store();
        writes += 1;
        if (problem) {
          tell({ at: 'notSaved', problem });
          plan(WRITTEN_SOON.again);
        } else if (waiting().length === 0) tell({ at: 'saved' });
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

  /** Taken away once it is written that it is safe elsewhere, unless something was begun there since. */
  function leave(held: Held): void {
    if (!isHeld(held)) return;
    hold({ ...held, at: 'waits' });
    void write();
  }

  return {
    async read(of) {
      let rows: readonly DraftRow[];
      let seen: number;
      do {
        await writing?.catch(() => undefined);
        seen = writes;
        rows = await listDrafts(of, db);
        // What was written while it was read may not be in it.
      } while (seen !== writes);
      for (const [key, held] of all) if (held.of === of && held.at === 'kept') all.delete(key);
      for (const row of rows) if (!all.has(keyOf(of, row.field))) hold({ ...row, shown: row.text, at: 'kept' });
      changed();
    },
    shown: (of, field) => all.get(keyOf(of, field))?.shown,
    begun: (of) =>
      [...all.values()].flatMap((held) =>
        held.of === of && held.shown ? [{ field: held.field, text: held.shown }] : [],
      ),
    set(of, field, text, kept = text) {
      hold({ of, field, text: kept, shown: text, at: 'waits' });
      if (state.at === 'saved') tell({ at: 'saving' });
      else changed();
      if (!writing) planRest();
    },
    take(of, shown, done) {
      for (const [field, words] of Object.entries(shown)) {
        const held: Held = { of, field, text: '', shown: words, at: 'leaves' };
        hold(held);
        // Where it never got there, the words are shown again by the next window.
        void done.then(
          () => leave(held),
          () => undefined,
        );
      }
      changed();
    },
    async forget(notes) {
      for (const [key, { of }] of all) if (of.split(' ').some((id) => notes.includes(id))) all.delete(key);
      await writing?.catch(() => undefined);
      await dropDrafts(notes, db);
    },
    async flush() {
      await writing;
      if (waiting().length > 0) await write();
      return state;
    },
    state: () => state,
    unkept: () => waiting().find(({ text }) => text !== '')?.of ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

async function flushed(drafts: DraftKeeper): Promise<NotSaved | null> {
  await drafts.flush().catch(() => undefined);
  const [state, of] = [drafts.state(), drafts.unkept()];
  if (state.at !== 'notSaved' || of === null) return null;
  const row = await noteRows()
    .notes.get(of.split(' ')[0] ?? '')
    .catch(() => undefined);
  return { title: row?.note.title ?? '', problem: state.problem, kept: false };
}

let keeper: DraftKeeper | undefined;

/** The one of this window. */
export function windowDrafts(): DraftKeeper {
  if (!keeper) {
    keeper = createDraftKeeper();
    const own = keeper;
    onLeaving(() => flushed(own));
  }
  return keeper;
}
