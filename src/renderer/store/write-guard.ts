import type { DBCoreTable, Dexie } from 'dexie';
import type { Problem } from '#domain/problem.ts';

/** Thrown into a transaction that may not write now. */
export class WriteRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'WriteRefused';
    this.problem = problem;
  }
}

let refusal: Problem | null = null;
let locked: (database: string) => boolean = () => false;

/** From now on these databases of this window are not written to; with `null` all are again. Reading goes on. */
export function lockWrites(problem: Problem | null, databases: (name: string) => boolean = () => true): void {
  refusal = problem;
  locked = databases;
}

/** Why notes may not be written to the window's store now. */
export const writesLocked = (): Problem | null => refusal;

/** Stands below all tables: no way of writing can forget it. */
export function guardWrites(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'guard',
    create: (core) => ({ table: (name) => guarded(core.table(name), db.name) }),
  });
}

const guarded = (table: DBCoreTable, database: string): DBCoreTable => ({
  ...table,
  mutate: (request) =>
    refusal && locked(database) ? Promise.reject(new WriteRefused(refusal)) : table.mutate(request),
});
