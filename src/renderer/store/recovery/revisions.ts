import type { NotesDb } from '../notes/notes-db.ts';

/** More different revisions than this are read one note after the other. */
const ASKED_AT_ONCE = 1_000;

/**
 * Revisions by note, without their content. `likely`: revisions that most notes have. All notes of one revision are one
 * question, which is far quicker than a step for each note.
 */
export async function readRevisions(likely: ReadonlySet<number>, db: NotesDb): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  await db.transaction('r', db.notes, async () => {
    const asked = [...likely].toSorted((one, other) => one - other).slice(0, ASKED_AT_ONCE);
    await Promise.all([
      ...asked.map(async (rev) => {
        for (const id of await db.notes.where('rev').equals(rev).primaryKeys()) found.set(id, rev);
      }),
      // What lies between those, mostly nothing. To count the notes would take as long as all of them.
      ...gaps(asked).map(([low, high]) =>
        db.notes
          .where('rev')
          .between(low, high, false, false)
          .eachKey((rev, { primaryKey }) => found.set(String(primaryKey), Number(rev))),
      ),
    ]);
  });
  return found;
}

/** Where other numbers than these, which rise, can be. */
function gaps(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ends = [Number.NEGATIVE_INFINITY, ...numbers, Number.POSITIVE_INFINITY];
  return ends
    .slice(1)
    .map((high, at) => [ends[at] ?? high, high] as const)
    .filter(([low, high]) => high - low > 1);
}
