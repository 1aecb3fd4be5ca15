import type { DBCore, DBCoreMutateRequest, DBCoreMutateResponse, DBCoreTable, Dexie, EntityTable } from 'dexie';
import { bareRow, isSoundRow, type RegisterRow, registerRow, SUM_COLUMNS } from '#domain/note/register.ts';
import { sectionKey } from '../packs/headings.ts';
import { WriteRefused } from '../write-guard.ts';
import type { NoteRow } from './note-row.ts';

/** What lists need of a note: small, and made again from it. */
export interface ListedRow extends RegisterRow {
  /** Sections that it relies on, each once, as `sectionKey` writes them. */
  readonly cites?: readonly string[];
  readonly binned: string;
  /** Each part was looked at when it was made; absent where an older Satchel made it. */
  readonly sound?: true;
}

interface Notes extends Dexie {
  readonly notes: EntityTable<NoteRow, 'id'>;
  readonly register: EntityTable<ListedRow, 'id'>;
}

/** What each row has; a part that is missing here does not compile. */
const LISTED = Object.keys({
  ...{
    id: true,
    question: true,
    ownerRole: true,
    state: true,
    stopped: true,
    decision: true,
    because: true,
    kind: true,
  },
  ...{ template: true, stage: true, spent: true, cap: true, changed: true, tags: true },
  ...{ binned: true, cites: true, sound: true },
} satisfies Readonly<Record<Exclude<keyof ListedRow, 'sums'>, true>>);
/** Rows of before the first such column have none. */
const hasSums = ({ sums }: Partial<ListedRow>): boolean =>
  SUM_COLUMNS.every((field) => sums !== undefined && Object.hasOwn(sums, field));

/** Every note is listed, also one that a newer Satchel wrote and that cannot be read: nothing keeps a note from being written. */
function listed({ id, note, binned }: NoteRow): ListedRow {
  const made = tried(() => registerRow(note));
  const row = made && isSoundRow(made) ? made : bareRow({ id, question: note?.title, changed: note?.changed });
  return { ...row, binned, sound: true, cites: tried(() => [...new Set(note.citations.map(sectionKey))]) ?? [] };
}

/** A row as it can be shown, whichever app wrote it. One that listed less, where it cannot be made again, has what it has. */
export function shownRow(row: ListedRow): ListedRow {
  // Of thousands on the window's thread only what an older one made is looked at.
  if (row.sound || isSound(row)) return row;
  const bare = { ...bareRow({ ...row }), binned: row.binned, cites: [] };
  const filled = { ...bare, ...row };
  return isSound(filled) ? filled : bare;
}

function isSound(row: RegisterRow): boolean {
  try {
    return isSoundRow(row);
  } catch {
    return false;
  }
}

/** The types say what this Satchel writes; what is stored may be another's, or damaged. */
function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/**
 * Whoever writes a note, in whatever way, its row in the register is written in the same transaction: this stands
 * below all tables, so that no way of saving can forget it.
 */
export function keepRegister(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'register',
    create: (core) => {
      // Not while a database of the first version is being brought up.
      if (!core.schema.tables.some(({ name }) => name === 'register')) return {};
      return {
        transaction(stores, mode, options) {
          const both = mode === 'readwrite' && stores.includes('notes') && !stores.includes('register');
          return core.transaction(both ? [...stores, 'register'] : stores, mode, options);
        },
        table: (name) => (name === 'notes' ? followed(core) : core.table(name)),
      };
    },
  });
}

function followed(core: DBCore): DBCoreTable {
  const notes = core.table('notes');
  const register = core.table('register');
  return {
    ...notes,
    async mutate(request) {
      const answer = await notes.mutate(request);
      await register.mutate(follow(request, answer));
      return answer;
    },
  };
}

/** The same change to the register; what was refused of the notes is left out. */
function follow(request: DBCoreMutateRequest, { failures }: DBCoreMutateResponse): DBCoreMutateRequest {
  const { type, trans } = request;
  switch (type) {
    case 'add':
    case 'put':
      return { type: 'put', trans, values: request.values.filter((_, at) => !(at in failures)).map(listed) };
    case 'delete':
      return { type, trans, keys: request.keys.filter((_, at) => !(at in failures)) };
    case 'deleteRange':
      return { type, trans, range: request.range };
  }
}

/**
 * Makes the register where it is empty, or where an app wrote it that listed less: one row tells. Counting many notes
 * would take longer than all else.
 */
export async function fillRegister(db: Notes): Promise<void> {
  const [row, notes] = await Promise.all([db.register.limit(1).first(), db.notes.limit(1).primaryKeys()]);
  if (notes.length === 0 || (row && LISTED.every((part) => Object.hasOwn(row, part)) && hasSums(row))) return;
  await remakeRegister(db).catch((error: unknown) => {
    // Where nothing may be written notes are read all the same.
    if (!(error instanceof WriteRefused)) throw error;
  });
}

/** Makes the register again from the notes. */
export async function remakeRegister(db: Notes): Promise<void> {
  await db.transaction('rw', db.notes, db.register, async () => {
    await db.register.clear();
    await db.notes.each((row) => void db.register.put(listed(row)));
  });
}
