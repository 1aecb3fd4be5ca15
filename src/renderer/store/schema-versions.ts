import type { Dexie, Transaction } from 'dexie';

/** What a version of a database has more than the one before, in Dexie's words. */
export interface SchemaVersion {
  readonly stores: Readonly<Record<string, string>>;
  /** Changes rows that an older version left. */
  readonly upgrade?: (all: Transaction) => PromiseLike<unknown>;
}

/** The trace of a database that is brought up to a newer version: `performance.mark` of this name, once for each. */
export const upgradeMark = (database: string): string => `${database}-upgrade`;

/** The first of them is version 1. */
export function declareVersions(db: Dexie, versions: readonly SchemaVersion[]): void {
  for (const [at, { stores, upgrade }] of versions.entries()) {
    db.version(at + 1)
      .stores(stores)
      .upgrade((all) => {
        performance.mark(upgradeMark(db.name), { detail: at + 1 });
        return upgrade?.(all);
      });
  }
}
