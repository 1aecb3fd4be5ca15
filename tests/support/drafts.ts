import { expect } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import type { SnapshotProof } from '#domain/journal/holding.ts';
import type { Result } from '#domain/result.ts';
import { sumOf } from '#main/notes/journal/content-sum.ts';
import type { Journal } from '#main/notes/journal/journal.ts';

/** The n-th revision of a note. */
export const draft = (note: string, n: number, text = ''): Draft => ({
  note,
  rev: `r${n}`,
  parent: n > 1 ? `r${n - 1}` : null,
  op: 'put',
  fields: { n, text },
});

/** What a result holds; a refusal fails the test. */
export function value<T>(result: Result<T>): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Content of each note as the journal gives it back. */
export async function contents(journal: Journal): Promise<Readonly<Record<string, unknown>>> {
  const entries = await journal.entries(journal.heads().map(({ note }) => note));
  return Object.fromEntries(entries.map(({ note, fields }) => [note, fields]));
}

/** Two snapshots that hold these revisions and know of no line that they lack. */
export function twice(drafts: readonly Draft[], journal = Number.MAX_SAFE_INTEGER): readonly SnapshotProof[] {
  const notes = new Map(
    drafts.map(({ note, rev, op, fields }) => [note, { rev, binned: op === 'trash', sum: sumOf(fields) }]),
  );
  return [
    { journal, notes },
    { journal, notes },
  ];
}
