import { diff3Merge } from 'node-diff3';
import { canonicalJson } from '../canonical.ts';
import { joinInsertions } from './insertions.ts';
import type { Note } from './record/note.ts';

export type NotePatch = Partial<Omit<Note, 'shape' | 'id' | 'created'>>;

export interface Rebased {
  /** What is to be written over the note as it now stands. */
  readonly patch: NotePatch;
  /** Fields that were changed in both places. No word of either is lost in texts and lists; a single value is mine. */
  readonly both: readonly (keyof NotePatch)[];
}

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/**
 * My changes to a note, made when it stood as `base`, for a note that meanwhile stands as `theirs`. Fields that only I
 * changed are mine; those that both changed are joined as far as they can be.
 */
export function rebase(base: Note, theirs: Note, mine: NotePatch): Rebased {
  const both: (keyof NotePatch)[] = [];
  const entries = (Object.keys(mine) as (keyof NotePatch)[]).map((field) => {
    const value = mine[field];
    if (field === 'changed' || same(theirs[field], base[field]) || same(theirs[field], value)) return [field, value];
    both.push(field);
    return [field, join(base[field], theirs[field], value)];
  });
  return { patch: Object.fromEntries(entries) as NotePatch, both };
}

function join(base: unknown, theirs: unknown, mine: unknown): unknown {
  if (same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (typeof base === 'string' && typeof theirs === 'string' && typeof mine === 'string')
    return joinTexts(base, theirs, mine);
  if (Array.isArray(base) && Array.isArray(theirs) && Array.isArray(mine)) return joinLists(base, theirs, mine);
  if (isRecord(base) && isRecord(theirs) && isRecord(mine)) {
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const entries = [...names].map((name) => [name, join(base[name], theirs[name], mine[name])] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  return mine;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Line by line. Where both changed the same lines, both insertions are there; else theirs stand before mine. What is
 * one line everywhere stays one.
 */
function joinTexts(base: string, theirs: string, mine: string): string {
  if (![base, theirs, mine].some((text) => text.includes('\n')))
    return joinInsertions(base, theirs, mine) ?? `${theirs} / ${mine}`;
  const lines = (text: string): string[] => text.split('\n');
  const parts = diff3Merge(lines(theirs), lines(base), lines(mine), { excludeFalseConflicts: true });
  return parts.flatMap(({ ok, conflict }) => ok ?? (conflict ? joinLines(conflict) : [])).join('\n');
}

function joinLines({ a, o, b }: { readonly a: string[]; readonly o: string[]; readonly b: string[] }): string[] {
  // Whole new lines of both need no joining of words.
  const joined = o.length === 0 ? null : joinInsertions(o.join('\n'), a.join('\n'), b.join('\n'));
  return joined === null ? [...a, ...b] : [joined];
}

/** Rows go by their ids, other values by themselves: what either added is there, what either took out is not. */
function joinLists(base: readonly unknown[], theirs: readonly unknown[], mine: readonly unknown[]): readonly unknown[] {
  const [inBase, inTheirs, inMine] = [byKey(base), byKey(theirs), byKey(mine)];
  const out: unknown[] = [];
  for (const [key, row] of inTheirs) {
    const own = inMine.get(key);
    const before = inBase.get(key);
    if (own !== undefined) out.push(join(before, row, own));
    // I took it out: it stays out, unless they changed it meanwhile.
    else if (before === undefined || !same(before, row)) out.push(row);
  }
  for (const [key, row] of inMine) {
    if (inTheirs.has(key)) continue;
    const before = inBase.get(key);
    if (before === undefined || !same(before, row)) out.push(row);
  }
  return out;
}

function byKey(rows: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(
    rows.map((row) => {
      const { id, sha256 } = isRecord(row) ? row : {};
      return [String(id ?? sha256 ?? canonicalJson(row)), row];
    }),
  );
}
