import { randomUUID } from 'node:crypto';
import type { Backup } from '#bridge/calls.ts';
import type { Day } from '#domain/day.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import type { SaveBackupEffects } from './backup-effects.ts';
import { saveEverything } from './exit-door.ts';
import type { Keeper } from './keeper.ts';
import { beginSnapshot, type Intake } from './snapshots/intake.ts';
import { newestState } from './snapshots/newest-state.ts';
import type { SnapshotFile, Snapshots } from './snapshots/snapshots.ts';

/** Snapshots as the window asks for them: rows come and go piece by piece, under a ticket. Refusals are thrown. */
export interface Backups {
  /** Newest first. */
  list(): Promise<readonly Backup[]>;
  newest(): Promise<Backup | null>;
  open(name: string): Promise<string>;
  /** The next rows; `null` at the end, and then the ticket is gone. */
  rows(ticket: string): Promise<Rows | null>;
  /** Begins one. `whole`: the window knows of nothing that it lacks. That alone takes no line out of the journal. */
  begin(whole: boolean): Promise<string>;
  /** Whether none was made on this day by this app. */
  due(today: Day): Promise<boolean>;
  /** One of what main has by itself. `null`: the disk refused, or there is nothing to keep. */
  compose(): Promise<Backup | null>;
  /** Saves one elsewhere, or with `null` everything as it is now. */
  save(name: string | null, effects: SaveBackupEffects): Promise<'saved' | 'cancelled'>;
  add(ticket: string, part: Rows): Promise<null>;
  end(ticket: string): Promise<Backup>;
  /** Gives a ticket back, of a reading or of a beginning: what was begun leaves no trace. */
  stop(ticket: string): Promise<null>;
}

/** @param extra tables that main itself brings, at the end */
export function openBackups(
  snapshots: Snapshots,
  keeper: Pick<Keeper, 'journal'>,
  app: string,
  extra: () => readonly Rows[],
): Backups {
  const readings = new Map<string, AsyncIterator<Rows>>();
  const intakes = new Map<string, Intake>();
  return {
    list: async () => given(await snapshots.list()).map(backupOf),
    async newest() {
      const newest = given(await snapshots.newest());
      return newest && backupOf(newest);
    },
    async open(name) {
      const { rows } = given(await snapshots.open(name));
      const ticket = randomUUID();
      readings.set(ticket, rows[Symbol.asyncIterator]());
      return ticket;
    },
    async rows(ticket) {
      const step = await held(readings, ticket).next();
      if (step.done) readings.delete(ticket);
      return step.done ? null : step.value;
    },
    async begin(whole) {
      const journal = await keeper.journal();
      const ticket = randomUUID();
      const about = { app, journal: whole ? journal.last() : 0 };
      intakes.set(ticket, beginSnapshot(snapshots, about, journal.head));
      return ticket;
    },
    async add(ticket, part) {
      await held(intakes, ticket).add(part);
      return null;
    },
    async end(ticket) {
      const intake = held(intakes, ticket);
      intakes.delete(ticket);
      for (const part of extra()) await intake.add(part);
      const { snapshot } = given(await intake.end());
      // Only now may the journal let go of what two snapshots hold, as they are read back.
      const proofs = await snapshots.proofs();
      if (proofs.ok) await (await keeper.journal()).compact(proofs.value);
      return backupOf(snapshot);
    },
    async due(today) {
      const [newest] = await snapshots.heads();
      return newest?.day !== today || newest.app !== app;
    },
    async compose() {
      const journal = await keeper.journal();
      if (journal.heads().length === 0) return null;
      const about = { app, journal: journal.last() };
      const written = await snapshots.write(about, newestState(snapshots, journal), journal.head);
      return written.ok ? backupOf(written.value.snapshot) : null;
    },
    async save(name, effects) {
      const pictures = name === null ? await effects.pictures() : { folder: '', names: [] };
      const path = await effects.choose(pictures.names.length > 0 ? 'zip' : 'json.gz');
      if (path === null) return 'cancelled';
      if (name === null) {
        const journal = await keeper.journal();
        const rows = newestState(snapshots, journal);
        const [newest] = await snapshots.heads();
        const head = effects.head({ app, journal: journal.last(), sequence: newest?.sequence ?? 1 });
        await saveEverything(path, head, rows, pictures, effects.disk);
      } else {
        const { about, rows } = given(await snapshots.open(name));
        const { counts: _, sha256: __, ...head } = about;
        await saveEverything(path, head, rows, pictures, effects.disk);
      }
      return 'saved';
    },
    async stop(ticket) {
      await readings.get(ticket)?.return?.();
      readings.delete(ticket);
      await intakes.get(ticket)?.stop();
      intakes.delete(ticket);
      return null;
    },
  };
}

function backupOf(file: SnapshotFile): Backup {
  const { name, day, size, state } = file;
  const about = state === 'verified' ? file.about : null;
  return { name, day, size, state, made: about?.made ?? null, counts: about?.counts ?? {} };
}

function held<T>(tickets: ReadonlyMap<string, T>, ticket: string): T {
  const found = tickets.get(ticket);
  if (found === undefined) throw new ProblemError({ code: 'ticket-unknown' });
  return found;
}

function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}
