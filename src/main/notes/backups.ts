import type { Backup } from '#bridge/notes.ts';
import type { Day } from '#domain/day.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { type Later, later, Tickets } from '../ipc/tickets.ts';
import type { SaveBackupEffects } from './backup-effects.ts';
import type { Keeper } from './keeper.ts';
import { saveEverything } from './save-everything.ts';
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
  /** Nobody will ask for what the window has begun. */
  windowGone(): Promise<void>;
}

/** A window that brings or takes no rows for so long, ms, has gone or forgotten: others wait for their turn. */
const PATIENCE = 60_000;

/** @param extra tables that main itself brings, at the end */
export function openBackups(
  snapshots: Snapshots,
  keeper: Pick<Keeper, 'journal'>,
  app: string,
  extra: () => readonly Rows[],
  effects: { readonly later: Later } = { later },
): Backups {
  const readings = new Tickets<AsyncIterator<Rows>>(
    { end: (reading) => reading.return?.(), patience: PATIENCE },
    effects.later,
  );
  const intakes = new Tickets<Intake>({ end: (intake) => intake.stop(), patience: PATIENCE }, effects.later);
  return {
    list: async () => given(await snapshots.list()).map(backupOf),
    async newest() {
      const newest = given(await snapshots.newest());
      return newest && backupOf(newest);
    },
    open: (name) => readings.make(async () => given(await snapshots.open(name)).rows[Symbol.asyncIterator]()),
    async rows(ticket) {
      const step = await readings.get(ticket).next();
      if (!step.done) return step.value;
      await readings.stop(ticket);
      return null;
    },
    async begin(whole) {
      // Of one window there is one at a time: another means that the one before was left.
      await intakes.stopAll();
      return intakes.make(async () => {
        const journal = await keeper.journal();
        return beginSnapshot(snapshots, { app, journal: whole ? journal.last() : 0 }, journal.head);
      });
    },
    async add(ticket, part) {
      await intakes.get(ticket).add(part);
      return null;
    },
    async end(ticket) {
      const intake = intakes.take(ticket);
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
        const rows = demandHome(newestState(snapshots, journal), effects);
        const [newest] = await snapshots.heads();
        const head = effects.head({ app, journal: journal.last(), sequence: newest?.sequence ?? 1 });
        await saveEverything(path, head, rows, pictures);
      } else {
        const { about, rows } = given(await snapshots.open(name));
        const { counts: _, sha256: __, ...head } = about;
        await saveEverything(path, head, rows, pictures);
      }
      return 'saved';
    },
    async stop(ticket) {
      await readings.stop(ticket);
      await intakes.stop(ticket);
      return null;
    },
    async windowGone() {
      await Promise.all([readings.windowGone(), intakes.windowGone()]);
    },
  };
}

/** A home that is away looks like one without backups, and the journal has let go of what those hold. */
async function* demandHome(rows: AsyncIterable<Rows>, { stands }: Pick<SaveBackupEffects, 'stands'>) {
  yield* rows;
  if (!(await stands())) throw new ProblemError({ code: 'home-unreadable' });
}

function backupOf(file: SnapshotFile): Backup {
  const { name, day, size, state } = file;
  const about = state === 'verified' ? file.about : null;
  return { name, day, size, state, made: about?.made ?? null, counts: about?.counts ?? {} };
}

function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
}
