import { useLiveQuery } from 'dexie-react-hooks';
import { type OwnDb, ownRows } from '../db.ts';

/** Ticks or clears a task of a checklist. `task` names it in a way that survives a new release of the page. */
export async function setTick(
  pack: string,
  page: string,
  task: string,
  done: boolean,
  db: OwnDb = ownRows(),
): Promise<void> {
  if (done) await db.ticks.put({ pack, page, task });
  else await db.ticks.delete([pack, page, task]);
}

export async function listTicks(pack: string, page: string, db: OwnDb = ownRows()): Promise<ReadonlySet<string>> {
  const rows = await db.ticks.where('[pack+page]').equals([pack, page]).toArray();
  return new Set(rows.map(({ task }) => task));
}

/** The ticked tasks of a page; `undefined` until the rows have been read. */
export const useTicks = (pack: string, page: string): ReadonlySet<string> | undefined =>
  useLiveQuery(() => listTicks(pack, page), [pack, page]);
