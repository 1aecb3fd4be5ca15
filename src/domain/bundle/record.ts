import { canonicalJson } from '../canonical.ts';
import { normalOfOthers } from '../note/record/normal.ts';
import type { Note } from '../note/record/note.ts';
import { asWritten } from '../note/record/unread.ts';
import { isNewer, isStored } from '../note/record/versions.ts';
import { z } from '../schema.ts';
import { type Foreign, foreignSchema } from './foreign.ts';
import { isRecord, readJson } from './json.ts';

/** The name of the file that holds a note whole, in its folder of a bundle. */
export const RECORD = 'record.json';
const FORMAT = 1;
/** Revisions that are named back: more than anybody keeps. */
const MOST_EARLIER = 2_000;

const revision = z.string().regex(/^[0-9a-f]{64}$/);

const recordSchema = z.object({
  satchel: z.literal('note'),
  format: z.literal(FORMAT),
  note: z.unknown(),
  earlier: z.array(revision).max(MOST_EARLIER).default([]),
  foreign: foreignSchema.optional(),
});

/** A note, the revisions that it grew from, oldest first, and what came with it from another program. */
export interface NoteRecord {
  readonly note: Note;
  readonly earlier: readonly string[];
  readonly foreign?: Foreign | undefined;
}

export type ReadRecord =
  | { readonly kind: 'record'; readonly record: NoteRecord }
  /** A newer Satchel wrote it, in a form or with fields that cannot be read here. */
  | { readonly kind: 'too-new'; readonly format: number }
  /** It says that it is ours and is not as we write it. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'other' };

export const recordText = ({ note, earlier, foreign }: NoteRecord): string =>
  canonicalJson({
    satchel: 'note',
    format: FORMAT,
    note: asWritten(note),
    earlier: earlier.slice(-MOST_EARLIER),
    ...(foreign === undefined ? {} : { foreign }),
  });

export function readRecord(text: string): ReadRecord {
  const value = readJson(text);
  if (!isRecord(value) || value.satchel !== 'note') return { kind: 'other' };
  if (typeof value.format === 'number' && Number.isInteger(value.format) && value.format > FORMAT) {
    return { kind: 'too-new', format: value.format };
  }
  const read = recordSchema.safeParse(value);
  const note = read.success ? normalOfOthers(read.data.note) : null;
  if (read.success && note !== null) return { kind: 'record', record: { ...read.data, note } };
  // Its fields may mean what only that one knows: nothing is wrong with it.
  return isStored(value.note) && isNewer(value.note) ? { kind: 'too-new', format: FORMAT } : { kind: 'damaged' };
}
