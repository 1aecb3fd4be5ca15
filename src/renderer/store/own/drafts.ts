import { type DraftRow, type OwnDb, ownRows } from '../db.ts';

/** What is kept of one thing, in no order. */
export async function listDrafts(of: string, db: OwnDb = ownRows()): Promise<readonly DraftRow[]> {
  return db.drafts.where('of').equals(of).toArray();
}

/** Writes all or none; one without words is taken away. */
export async function keepDrafts(drafts: readonly DraftRow[], db: OwnDb = ownRows()): Promise<void> {
  await db.transaction('rw', db.drafts, async () => {
    for (const draft of drafts) {
      if (draft.text === '') await db.drafts.delete([draft.of, draft.field]);
      else await db.drafts.put(draft);
    }
  });
}

/** Takes away what was to come into any of these notes. */
export async function dropDrafts(notes: readonly string[], db: OwnDb = ownRows()): Promise<void> {
  await db.drafts.filter(({ of }) => of.split(' ').some((id) => notes.includes(id))).delete();
}
