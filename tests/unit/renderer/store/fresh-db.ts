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
  /** The connection of what makes rows count. */
  readonly strict: PackDb;
  /** The install worker, without a worker: what is sent is copied as a worker's messages are. */
  readonly ask: (request: InstallRequest) => Promise<InstallAnswer>;
  /** As after a crash: nothing in memory is left, the rows are. */
  readonly again: () => PackStore;
}

interface Laptop {
  readonly now?: () => Date;
  readonly tidy?: (db: PackDb) => Promise<void>;
}

export function freshPacks(name = `packs-${++made}`, laptop: Laptop = {}): PackStore {
  const db = openPackDb('relaxed', name);
  const strict = openPackDb('strict', name);
  const { answer } = createInstaller(db, strict, {
    now: () => new Date('2026-11-23T10:00:00Z'),
    locked: (work) => work(),
    ...laptop,
  });
  return {
    db,
    strict,
    ask: async (request) => structuredClone(await answer(structuredClone(request))),
    again: () => freshPacks(name, laptop),
  };
}

export const freshOwn = (): OwnDb => openOwnDb(`own-${++made}`);

/** How many rows each table has. */
export async function counts(db: PackDb): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));
}
