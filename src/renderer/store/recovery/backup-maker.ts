import type { Table } from 'dexie';
import type { Bridge } from '#bridge/calls.ts';
import type { Backup } from '#bridge/notes.ts';
import { ok, type Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { type OwnDb, ownRows } from '../db.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';

type BackupMakerCalls = Pick<Bridge['call'], 'backups:begin' | 'backups:add' | 'backups:end' | 'backups:stop'>;

/** Made from notes, or known of the store itself. */
const NOT_KEPT = new Set(['register', 'guards']);
/** Rows that are read in one go: a note has up to 400,000 characters. */
const PIECE = 20;

interface Effects {
  readonly call: BackupMakerCalls;
  readonly db: NotesDb;
  readonly own: OwnDb;
  /** Lets other work come in between. */
  readonly pause: () => Promise<unknown>;
}

const theWindow = (): Effects => ({
  call: bridge().call,
  db: noteRows(),
  own: ownRows(),
  pause: () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 })),
});

/**
 * Brings all rows of a person to main, piece by piece, as a snapshot. `whole`: the comparison at the start found nothing
 * that these rows lack. What main makes of that is its own to say: it reads back what came.
 */
export async function makeBackup(whole: boolean, effects: Effects = theWindow()): Promise<Result<Backup>> {
  const { call, db, own, pause } = effects;
  const begun = await call['backups:begin'](whole);
  if (!begun.ok) return begun;
  const ticket = begun.value;
  try {
    for (const table of [...db.tables, ...own.tables]) {
      if (NOT_KEPT.has(table.name)) continue;
      for await (const rows of rowsOf(table)) {
        const added = await call['backups:add'](ticket, { table: table.name, rows });
        if (!added.ok) {
          await call['backups:stop'](ticket);
          return added;
        }
        await pause();
      }
    }
  } catch (error) {
    await call['backups:stop'](ticket);
    throw error;
  }
  const made = await call['backups:end'](ticket);
  return made.ok ? ok(made.value) : made;
}

/** All rows in the order of their keys, some at a time. Bytes stay out: pictures lie beside the snapshots as files. */
async function* rowsOf(table: Table): AsyncGenerator<readonly unknown[]> {
  const { keyPath } = table.schema.primKey;
  const keyOf = (row: Readonly<Record<string, unknown>>) =>
    Array.isArray(keyPath) ? keyPath.map((part) => row[part]) : row[keyPath ?? ''];
  let rows = await stored(table, null);
  yield rows.map(withoutBytes);
  while (rows.length === PIECE) {
    rows = await stored(table, IDBKeyRange.lowerBound(keyOf(rows.at(-1) ?? {}), true));
    if (rows.length > 0) yield rows.map(withoutBytes);
  }
}

/**
 * As they lie there, not as they are read: a backup proves what the journal has word for word, and that has notes in the
 * shape in which they were written.
 */
async function stored(table: Table, range: IDBKeyRange | null): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { name } = table;
  await table.db.open();
  return new Promise((resolve, reject) => {
    const request = table.db.backendDB().transaction(name).objectStore(name).getAll(range, PIECE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const withoutBytes = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => !ArrayBuffer.isView(value)));
