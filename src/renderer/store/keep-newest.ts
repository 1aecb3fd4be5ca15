import type { Table } from 'dexie';

/**
 * Keeps so many rows of a list by time, those of `at` and before first. What a clock that was ahead wrote counts as
 * written just before `at`, the time of the row that has just come: else it would stand above all that comes, and push
 * it out.
 * @param at milliseconds since 1970, or ISO 8601 in UTC, as the rows of the table have it
 */
export async function keepNewest<Row extends { readonly at: number | string }, Key, Made>(
  table: Table<Row, Key, Made>,
  kept: number,
  at: Row['at'],
): Promise<void> {
  const before = typeof at === 'number' ? at - 1 : new Date(Date.parse(at) - 1).toISOString();
  await table
    .where('at')
    .above(at)
    .modify((row) => void Object.assign(row, { at: before }));
  const old = await table.orderBy('at').reverse().offset(kept).primaryKeys();
  if (old.length > 0) await table.bulkDelete(old);
}
