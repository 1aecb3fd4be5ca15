import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import type { Bridge } from '#bridge/calls.ts';
import type { Backup } from '#bridge/notes.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Result, refuse } from '#domain/result.ts';
import { openBackups } from '#main/notes/backups.ts';
import { openKeeper } from '#main/notes/keeper.ts';
import { openSnapshots } from '#main/notes/snapshots/snapshots.ts';
import { openOwnDb } from '#store/db.ts';
import type { NoteRow } from '#store/notes/note-row.ts';
import { createNoteSaver } from '#store/notes/note-saver.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import { makeBackup } from '#store/recovery/backup-maker.ts';
import { recover } from '#store/recovery/recovery.ts';
import { FakeDisk } from '#support/fake-disk.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let made = 0;

const asResult = async <T>(work: () => T | Promise<T>): Promise<Result<Awaited<T>>> => {
  try {
    return { ok: true, value: structuredClone(await work()) };
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
};

/** One start: a window's store, and main's journal and snapshots on a disk in memory. The calls go to what main is. */
export function oneStart(name = `start-${++made}`, disk = new FakeDisk(), day = '2026-11-23') {
  const now = () => new Date(`${day}T12:00:00Z`);
  const snapshots = openSnapshots('/h/snapshots', null, { disk, now, today: () => day });
  const keeper = openKeeper({ journal: '/h/journal', files: '/h/files' }, snapshots, { disk, now });
  const backups = openBackups(snapshots, keeper, '0.1.0', () => []);
  const call = {
    'journal:overview': () => asResult(keeper.overview),
    'journal:entries': (notes: readonly string[]) => asResult(() => keeper.entries(notes)),
    'journal:revisions': (wanted: readonly Pick<Entry, 'note' | 'rev'>[]) => asResult(() => keeper.revisions(wanted)),
    'journal:keep': (drafts: readonly Draft[]) => asResult(() => keeper.keep(drafts)),
    'backups:list': () => asResult(backups.list),
    'backups:newest': () => asResult(backups.newest),
    'backups:open': (one: string) => asResult(() => backups.open(one)),
    'backups:rows': (ticket: string) => asResult(() => backups.rows(ticket)),
    'backups:stop': (ticket: string) => asResult(() => backups.stop(ticket)),
    'backups:begin': (whole: boolean) => asResult(() => backups.begin(whole)),
    'backups:add': (ticket: string, part: Parameters<typeof backups.add>[1]) =>
      asResult(() => backups.add(ticket, part)),
    'backups:end': (ticket: string) => asResult(() => backups.end(ticket)),
  } satisfies Partial<Bridge['call']>;
  const db = openNotesDb(name);
  const own = openOwnDb(`${name}-own`);
  let refusing = false;
  db.notes.hook('updating', () => {
    if (refusing) throw Object.assign(new Error('x'), { name: 'UnknownError' });
  });
  return {
    name,
    disk,
    keeper,
    backups,
    snapshots,
    call,
    db,
    own,
    keep: call['journal:keep'],
    /** From now on the window's store takes no change of a note. */
    refuse: (on: boolean) => {
      refusing = on;
    },
    start: () =>
      recover({ call, db, own, newId: () => crypto.randomUUID(), second: (title) => `${title} (second copy)` }),
    backup: (whole = true): Promise<Result<Backup>> =>
      makeBackup(whole, { call, db, own, pause: async () => undefined }),
    saver: (row: NoteRow) =>
      createNoteSaver(row, call['journal:keep'], { db, look: async () => undefined, later: () => () => undefined }),
    /** Everything that lies on the disk, journal and backups, as text. */
    async onDisk(): Promise<string> {
      const texts: string[] = [];
      for (const one of await disk.names('/h/journal')) texts.push(disk.bytes(`/h/journal/${one}`).toString('utf8'));
      for (const { name: one } of await backups.list()) {
        const ticket = await backups.open(one);
        for (let rows = await backups.rows(ticket); rows !== null; rows = await backups.rows(ticket))
          texts.push(JSON.stringify(rows));
      }
      return texts.join('\n');
    },
  };
}

/** What a result holds, or an error. */
export async function given<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}
