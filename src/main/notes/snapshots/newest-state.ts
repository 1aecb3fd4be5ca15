import type { Entry } from '#domain/journal/entry.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalHead } from '../journal/journal-read.ts';
import type { Snapshots } from './snapshots.ts';

const PIECE = 100;

/**
 * Everything that main has by itself, as rows of a snapshot: the notes as the journal has them, or else the snapshots,
 * the rest as the newest of them has it. The window's own store is not asked: it may not open.
 */
export async function* newestState(
  snapshots: Pick<Snapshots, 'list' | 'open'>,
  journal: Pick<Journal, 'heads' | 'entries'>,
): AsyncGenerator<Rows> {
  const listed = await snapshots.list();
  const whole = listed.ok ? listed.value.filter(({ state }) => state === 'verified') : [];
  const heads = new Map(journal.heads().map((head) => [head.note, head]));
  const seen = new Set<string>();
  const fresh = (row: unknown): boolean => {
    const id = String(fieldsOf(row).id);
    return !seen.has(id) && seen.add(id).has(id);
  };
  yield { table: 'notes', rows: [] };
  // What the journal has let go is looked for as it was; what is found nowhere so is better old than not there.
  for (const isOld of [false, true]) {
    for (const [at, { name }] of whole.entries()) {
      // Older ones only for what is nowhere else.
      if (
        (at > 0 || isOld) &&
        ![...heads.values()].some(({ note, op, held }) => held && op !== 'drop' && !seen.has(note))
      )
        break;
      for await (const rows of notesIn(snapshots, name)) {
        const wanted = rows.filter((row) => isWanted(row, { isOld, isNewest: at === 0, heads })).filter(fresh);
        yield { table: 'notes', rows: wanted };
      }
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

async function* notesIn(snapshots: Pick<Snapshots, 'open'>, name: string): AsyncGenerator<readonly unknown[]> {
  const opened = await snapshots.open(name);
  if (!opened.ok) return;
  for await (const { table, rows } of opened.value.rows) if (table === 'notes') yield rows;
}

const fieldsOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? { ...row } : {};

interface Wanted {
  /** Whether a row counts that is older than what the journal had. */
  readonly isOld: boolean;
  readonly isNewest: boolean;
  readonly heads: ReadonlyMap<string, JournalHead>;
}

/** Whether a snapshot's row is the last word on its note. One that no journal knows counts in the newest snapshot. */
function isWanted(row: unknown, { isOld, isNewest, heads }: Wanted): boolean {
  const { id, rev } = fieldsOf(row);
  const head = heads.get(String(id));
  if (!head) return isNewest && !isOld;
  if (head.op === 'drop') return false;
  // Of one revision the journal's own words count: the window may have kept them there alone.
  return head.held ? isOld || Number(rev) >= Number(head.rev) : !isOld && Number(rev) > Number(head.rev);
}

function rowOf({ note: id, rev, op, time, fields }: Entry) {
  return fields === null ? [] : [{ id, rev: Number(rev), note: fields, binned: op === 'trash' ? time : '' }];
}
