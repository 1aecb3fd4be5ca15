import type { Bridge } from '#bridge/calls.ts';
import { compareStores, type Head } from '#domain/journal/comparison.ts';
import type { Draft, Entry } from '#domain/journal/entry.ts';
import { ok, type Result } from '#domain/result.ts';
import { ownRows } from '../db.ts';
import type { NoteRow } from '../notes/note-row.ts';
import { draftOf } from '../notes/note-saves.ts';
import { type NotesDb, noteRows } from '../notes/notes-db.ts';
import { remakeRegister } from '../notes/register-rows.ts';
import { type BackupCalls, backupRows, wholeBackups } from './backup-rows.ts';
import { isDamaged, isSomething, noteRowOf, putBack, rowOf } from './put-back.ts';
import { refill } from './refill.ts';
import { readRevisions } from './revisions.ts';

export type RecoveryCalls = BackupCalls &
  Pick<Bridge['call'], 'journal:overview' | 'journal:entries' | 'journal:revisions' | 'journal:keep'>;

export interface RecoveryEffects {
  readonly call: RecoveryCalls;
  readonly newId: () => string;
  /** The title of a second copy. */
  readonly second: (title: string) => string;
  readonly db: NotesDb;
  readonly own: Parameters<typeof refill>[0]['own'];
}

/** What came of the comparison. */
export interface Recovered {
  /** Notes that were put back as the journal or a backup has them. */
  readonly restored: number;
  /** Of them, rows with words of their own, which are now notes beside the restored ones. */
  readonly copies: number;
  /** Notes that were written into the journal anew. */
  readonly rewritten: number;
  /** Notes whose last words neither the journal nor a backup gives, for now. */
  readonly unread: number;
}

/** Notes that are worked on in one go. */
const PIECE = 25;

/** The default ones of a window. */
export const windowRecovery = (call: RecoveryCalls, second: RecoveryEffects['second']): RecoveryEffects => ({
  call,
  second,
  newId: () => crypto.randomUUID(),
  db: noteRows(),
  own: ownRows(),
});

/**
 * Compares the window's notes with the journal and mends whichever is behind. It removes nothing but what a person
 * removed for good. Refuses, having changed nothing, where the journal cannot be read.
 */
export async function recover(effects: RecoveryEffects): Promise<Result<Recovered>> {
  const { call, db } = effects;
  const overview = await call['journal:overview']();
  if (!overview.ok) return overview;
  const { heads, damaged } = overview.value;
  const likely = new Set(heads.map(({ rev }) => Number(rev)).filter(Number.isSafeInteger));
  const [rows, guard] = await Promise.all([readRevisions(likely, db), db.guards.get('filled')]);
  // Damage may have taken rows of lists alone.
  if (rows.size !== (await db.register.count())) await remakeRegister(db);
  const { behind, unkept } = compareStores(heads, rows);
  const work = new Recovery(effects, rows);
  await work.fromJournal(behind.filter(({ held, op }) => !held || op === 'drop'));
  await work.fromBackups(behind.filter(({ held, op }) => held && op !== 'drop'));
  await work.rewrite(unkept);
  if (!guard || damaged > 0) {
    const known = new Set([...rows.keys(), ...heads.map(({ note }) => note)]);
    const filled = await refill({ ...effects, known, emptied: !guard });
    await work.rewrite(filled.notes);
    work.restored += filled.notes.length;
    work.noRows += filled.unread;
    if (!guard) await db.guards.put({ key: 'filled' });
  }
  const { restored, copies, rewritten, unread } = work;
  return ok({ restored, copies, rewritten, unread: unread.size + work.noRows });
}

class Recovery {
  restored = 0;
  copies = 0;
  rewritten = 0;
  /** Rows of a backup that are none. */
  noRows = 0;
  readonly unread = new Set<string>();
  readonly #effects: RecoveryEffects;
  readonly #rows: ReadonlyMap<string, number>;

  constructor(effects: RecoveryEffects, rows: ReadonlyMap<string, number>) {
    this.#effects = effects;
    this.#rows = rows;
  }

  async fromJournal(heads: readonly Head[]): Promise<void> {
    const { call } = this.#effects;
    for (const some of pieces(heads)) {
      const entries = await call['journal:entries'](some.map(({ note }) => note));
      const found = new Map((entries.ok ? entries.value : []).map((entry) => [entry.note, entry]));
      const known = await this.#known(some);
      const rows = some.map(({ note, rev, op }) => {
        const entry = found.get(note);
        const row = entry && op !== 'drop' ? this.#better(rowOf(entry)) : null;
        if (!row && op !== 'drop') this.unread.add(note);
        return { id: note, rev: Number(rev), row };
      });
      await this.#put(
        rows.filter(({ id }) => !this.unread.has(id)),
        known,
      );
    }
  }

  /** From the newest that has them as the journal had them, however old it is. */
  async fromBackups(heads: readonly Head[]): Promise<void> {
    if (heads.length === 0) return;
    const { call } = this.#effects;
    const wanted = new Map(heads.map(({ note, rev }) => [note, Number(rev)]));
    for (const name of await wholeBackups(call)) {
      if (wanted.size === 0) break;
      for await (const { table, rows } of backupRows(name, call)) {
        if (table !== 'notes') continue;
        const found = rows.flatMap((row) => this.#better(noteRowOf(row)) ?? []).filter(({ id }) => wanted.has(id));
        const known = await this.#known(found.map(({ id }) => ({ note: id })));
        await this.#put(
          found.map((row) => ({ id: row.id, rev: row.rev, row })),
          known,
        );
        for (const row of found) if (row.rev >= (wanted.get(row.id) ?? 0)) wanted.delete(row.id);
      }
    }
    for (const note of wanted.keys()) this.unread.add(note);
  }

  /** Writes rows into the journal as they stand: word for word, so that a backup can prove it. */
  async rewrite(notes: readonly string[]): Promise<void> {
    const { call, db } = this.#effects;
    for (const some of pieces(notes)) {
      const found = await db.notes
        .where('id')
        .anyOf([...some])
        .raw()
        .toArray();
      // The journal would refuse them, and the others with them.
      for (const { id, note } of found) if (!isSomething(note)) this.unread.add(id);
      const rows = found.filter(({ note }) => isSomething(note));
      const kept = await call['journal:keep'](rows.map(draftOf));
      if (kept.ok) this.rewritten += rows.length;
    }
  }

  /** Damaged words are better than none, and no better than earlier ones that stand here: those stay, and it is told. */
  #better(row: NoteRow | null): NoteRow | null {
    return row && this.#rows.has(row.id) && isDamaged(row.note) ? null : row;
  }

  /** What the journal has under the revisions that stand in the window. */
  async #known(notes: readonly { readonly note: string }[]): Promise<ReadonlyMap<string, Entry>> {
    const present = notes.flatMap(({ note }) => {
      const rev = this.#rows.get(note);
      return rev === undefined ? [] : [{ note, rev: String(rev) }];
    });
    if (present.length === 0) return new Map();
    const entries = await this.#effects.call['journal:revisions'](present);
    return new Map((entries.ok ? entries.value : []).map((entry) => [entry.note, entry]));
  }

  /** Several in one transaction: each waits for the disk. */
  async #put(all: readonly Parameters<typeof putBack>[0][], known: ReadonlyMap<string, Entry>): Promise<void> {
    const { call, db } = this.#effects;
    const copies: Draft[] = [];
    await db.transaction('rw', db.notes, db.versions, async () => {
      for (const what of all) {
        const { done, copy } = await putBack(what, known.get(what.id), db, this.#effects);
        if (done) this.restored++;
        if (copy) copies.push(copy);
      }
    });
    this.copies += copies.length;
    if (copies.length > 0) await call['journal:keep'](copies);
  }
}

function* pieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += PIECE) yield list.slice(at, at + PIECE);
}
