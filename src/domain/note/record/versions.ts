import { valueOfWords } from '../planned-value.ts';

/** A note of any shape, as it lies in a store or a file. */
export type Stored = Readonly<Record<string, unknown>>;

export const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Version {
  readonly name: string;
  /** From the shape before; what it does not know stays. */
  readonly up: (note: Stored) => Stored;
  /** To the shape before: what an app of that shape makes of the note. */
  readonly down: (note: Stored) => Stored;
}

/**
 * Only added to, also where a list of choices gains one. Notes of every shape lie on laptops and in files: none is ever
 * changed.
 */
export const VERSIONS: readonly Version[] = [
  {
    name: 'deviations have values beside their words',
    up: (note) => ({ ...note, deviations: eachRow(note.deviations, withValues) }),
    down: (note) => ({ ...note, deviations: eachRow(note.deviations, ({ fromValue: _, toValue: __, ...row }) => row) }),
  },
];

/** The shape of notes that say none. */
const FIRST = 1;
export const SHAPE = FIRST + VERSIONS.length;

const shapeOf = ({ shape }: Stored): number =>
  typeof shape === 'number' && Number.isSafeInteger(shape) && shape >= FIRST ? shape : FIRST;

/** Whether a newer Satchel wrote it, which may know more choices. */
export const isNewer = (note: Stored): boolean => shapeOf(note) > SHAPE;

/** A note of an older shape in the shape of today; of a newer one as it is. */
export function broughtUp(note: Stored): Stored {
  const shape = shapeOf(note);
  if (shape >= SHAPE) return note;
  const brought = VERSIONS.slice(shape - FIRST).reduce((now, { up }) => up(now), note);
  return { ...brought, shape: SHAPE };
}

/** What an app of the first shape makes of a note of today. */
export function takenDown({ shape: _, ...note }: Stored): Stored {
  return VERSIONS.toReversed().reduce<Stored>((now, { down }) => down(now), note);
}

const eachRow = (rows: unknown, change: (row: Stored) => Stored): unknown =>
  Array.isArray(rows) ? rows.map((row: unknown) => (isStored(row) ? change(row) : row)) : rows;

/** As shape 2 began with them. */
const KINDS: ReadonlyMap<unknown, 'money' | 'day'> = new Map([
  ['costCap', 'money'],
  ['plannedStart', 'day'],
  ['plannedEnd', 'day'],
]);

function withValues(row: Stored): Stored {
  const { field, from, to } = row;
  const kind = KINDS.get(field);
  if (kind === undefined) return row;
  const value = (words: unknown) => (typeof words === 'string' ? valueOfWords(kind, words) : null);
  const { fromValue, toValue, ...rest } = row;
  const values = { fromValue: fromValue ?? value(from), toValue: toValue ?? value(to) };
  return { ...rest, ...Object.fromEntries(Object.entries(values).filter(([, one]) => one !== null)) };
}
