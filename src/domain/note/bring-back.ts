import { canonicalJson } from '../canonical.ts';
import { fieldsWith } from './fields.ts';
import { isPlanField } from './plan.ts';
import type { NotePatch } from './rebase.ts';
import type { Note } from './record/note.ts';

/** What is no matter of its words: where the note stands, what was said of it, its marking, which is lowered knowingly. */
const STAYS: ReadonlySet<string> = new Set(['shape', ...fieldsWith('broughtBack', false)]);

/** The words of an earlier version over a note as it now stands. A locked plan stays as it is. Empty: nothing differs. */
export function bringBack(now: Note, then: Note): NotePatch {
  const fields = (Object.keys(now) as (keyof Note)[]).filter(
    (field) =>
      !STAYS.has(field) &&
      !(now.plan && (isPlanField(field) || field === 'dates')) &&
      canonicalJson(now[field] ?? null) !== canonicalJson(then[field] ?? null),
  );
  return Object.fromEntries(fields.map((field) => [field, then[field]])) as NotePatch;
}
