import type { Entry } from '#domain/journal/entry.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import type { Journal, JournalHead } from '#main/journal/journal.ts';
import type { Snapshots } from './snapshots.ts';

const PIECE = 100;

/**
 * Everything that main has by itself, as rows of a snapshot: the notes as the journal has them, the rest as the newest
 * snapshot does. The window's own store is not asked: it may not open.
 */
export async function* newestState(
  snapshots: Pick<Snapshots, 'list' | 'open'>,
  journal: Pick<Journal, 'heads' | 'entries'>,
): AsyncGenerator<Rows> {
  const listed = await snapshots.list();
  const whole = listed.ok ? listed.value.filter(({ state }) => state === 'verified') : [];
  const heads = new Map(journal.heads().map((head) => [head.note, head]));
  const seen = new Set<string>();
  yield { table: 'notes', rows: [] };
  for (const [at, { name }] of whole.entries()) {
    // Older ones only for what is nowhere else.
    if (at > 0 && ![...heads.values()].some(({ note, op, held }) => held && op !== 'drop' && !seen.has(note))) break;
    const opened = await snapshots.open(name);
    if (!opened.ok) continue;
    for await (const { table, rows } of opened.value.rows) {
      if (table !== 'notes') continue;
      const wanted = rows.filter((row) => isNewest(row, at === 0, heads) && !seen.has(String(idOf(row))));
      for (const row of wanted) seen.add(String(idOf(row)));
      yield { table, rows: wanted };
    }
  }
  const rest = [...heads.values()].filter(({ note, op, held }) => op !== 'drop' && !held && !seen.has(note));
  for (let at = 0; at < rest.length; at += PIECE) {
    const entries = await journal.entries(rest.slice(at, at + PIECE).map(({ note }) => note));
    yield { table: 'notes', rows: entries.flatMap(rowOf) };
  }
  const opened = whole[0] && (await snapshots.open(whole[0].name));
  if (!opened?.ok) return;
  for await (const part of opened.value.rows) if (part.table !== 'notes') yield part;
}

const fieldsOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? { ...row } : {};
const idOf = (row: unknown): unknown => fieldsOf(row).id;

/** Whether a snapshot's row is the last word on its note. One that no journal knows counts in the newest snapshot. */
function isNewest(row: unknown, newest: boolean, heads: ReadonlyMap<string, JournalHead>): boolean {
  const { id, rev } = fieldsOf(row);
  const head = heads.get(String(id));
  if (!head) return newest;
  return head.op !== 'drop' && (head.held || Number(head.rev) <= Number(rev));
}

function rowOf({ note: id, rev, op, time, fields }: Entry) {
  return fields === null ? [] : [{ id, rev: Number(rev), note: fields, binned: op === 'trash' ? time : '' }];
}
