import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { type OwnDb, openOwnDb, openPackDb, type PackDb } from '#store/db.ts';
import type { InstallAnswer, InstallRequest } from '#store/packs/install-messages.ts';
import { createInstaller } from '#store/packs/installer.ts';

// Dexie looks for a database when it is loaded, which may be before this.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let made = 0;

export interface PackStore {
  readonly db: PackDb;
  /** The install worker, without a worker: what is sent is copied as a worker's messages are. */
  readonly ask: (request: InstallRequest) => Promise<InstallAnswer>;
  /** As after a crash: nothing in memory is left, the rows are. */
  readonly again: () => PackStore;
}

export function freshPacks(name = `packs-${++made}`): PackStore {
  const db = openPackDb('relaxed', name);
  const { answer } = createInstaller(db, openPackDb('strict', name), {
    now: () => new Date('2026-11-23T10:00:00Z'),
    locked: (work) => work(),
  });
  return {
    db,
    ask: async (request) => structuredClone(await answer(structuredClone(request))),
    again: () => freshPacks(name),
  };
}

export const freshOwn = (): OwnDb => openOwnDb(`own-${++made}`);

/** How many rows each table has. */
export async function counts(db: PackDb): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));
}
