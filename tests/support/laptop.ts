import type { Draft } from '#domain/journal/entry.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Result, refuse } from '#domain/result.ts';
import { openBackups } from '#main/notes/backups.ts';
import { openKeeper } from '#main/notes/keeper.ts';
import { openSnapshots } from '#main/notes/snapshots/snapshots.ts';
import { openOwnDb } from '#store/db.ts';
import type { NotesDb } from '#store/notes/notes-db.ts';
import { type RecoveryCalls, recover } from '#store/recovery/recovery.ts';
import { FakeDisk } from './fake-disk.ts';

let made = 0;

const asResult = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
  try {
    return { ok: true, value: structuredClone(await work()) };
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
};

/** Main's own journal and snapshots on a disk in memory, and windows that may lose their store. */
export function laptop(disk = new FakeDisk(), clock: () => Date = () => new Date('2026-11-23T12:00:00Z')) {
  const snapshots = openSnapshots('/h/snapshots', null, {
    disk,
    now: clock,
    today: () => clock().toISOString().slice(0, 10),
  });
  const keeper = openKeeper({ journal: '/h/journal', files: '/h/files' }, snapshots, { disk, now: clock });
  const backups = openBackups(snapshots, keeper, '0.1.0', () => []);
  const call: RecoveryCalls = {
    'journal:overview': () => asResult(keeper.overview),
    'journal:entries': (notes) => asResult(() => keeper.entries(notes)),
    'journal:revisions': (wanted) => asResult(() => keeper.revisions(wanted)),
    'journal:keep': (drafts) => asResult(() => keeper.keep(drafts)),
    'backups:list': () => asResult(backups.list),
    'backups:newest': () => asResult(backups.newest),
    'backups:open': (name) => asResult(() => backups.open(name)),
    'backups:rows': (ticket) => asResult(() => backups.rows(ticket)),
    'backups:stop': (ticket) => asResult(() => backups.stop(ticket)),
  };
  return {
    disk,
    call,
    keep: (...drafts: readonly (Draft | undefined | null)[]) => keeper.keep(drafts.filter((draft) => draft != null)),
    /** Everything of a window as a snapshot, as it lies there. */
    async snap(db: NotesDb, own = openOwnDb(`none-${++made}`)) {
      const ticket = await backups.begin(true);
      for (const table of [...db.tables, ...own.tables])
        await backups.add(ticket, { table: table.name, rows: await table.toCollection().raw().toArray() });
      await backups.end(ticket);
    },
    /** As after a restart: main's memory is gone. */
    again: () => laptop(disk, clock),
    start: (db: NotesDb, own = openOwnDb(`own-${++made}`)) =>
      recover({ call, db, own, newId: () => `new-${++made}`, second: (title) => `${title} (second copy)` }),
  };
}
