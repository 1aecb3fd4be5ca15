import { canonicalJson } from '#domain/canonical.ts';
import type { Draft, Entry, Fields } from '#domain/journal/entry.ts';
import type { LastWord } from '#domain/journal/holding.ts';
import { copyTitle } from '#domain/note/copy-title.ts';

/** How a note is called that is made of words which would have gone. */
export interface Naming {
  readonly newId: () => string;
  /** The title of a second copy. */
  readonly second: (title: string) => string;
}

/** What the journal knows of a note before something is written of it. */
export interface Before {
  readonly head: LastWord;
  /** The content of its last line; `null` where it cannot be read. */
  readonly entry: () => Promise<Pick<Entry, 'op' | 'fields'> | null>;
  /** Whether a revision was passed over by a later one, and comes late. */
  readonly isLate: (rev: number) => boolean;
}

/**
 * What is written for a draft. As a rule that is the draft. Revisions rise, so one that does not was made by somebody
 * who did not know the last one: whatever of the two the window's store does not have becomes a note of its own, before
 * it can go.
 */
export async function linesFor(draft: Draft, before: Before | null, naming: Naming): Promise<readonly Draft[]> {
  if (before === null) return [draft];
  const { head, entry, isLate } = before;
  // The later one that is there has grown from it. Words that were kept aside are in no other.
  if (!draft.aside && isLate(Number(draft.rev))) return [];
  const rises = !(Number(draft.rev) <= Number(head.rev));
  if (rises || head.op === 'drop' || head.held) return [draft];
  const last = await entry();
  if (!last?.fields || (draft.op !== 'drop' && isSame(draft.fields, last.fields))) return [draft];
  if (draft.aside) return [copyOf(draft.op, draft.fields, naming)];
  return [copyOf(last.op, last.fields, naming), draft];
}

/**
 * What is written for a note of which several programs have written without knowledge of each other. Every one's last
 * words become a note of their own but those of `last`, and these are written again, above all: which of them the
 * window's store has nobody knows, and two may have the same number.
 */
export function linesForContested(
  lost: readonly Entry[],
  last: Pick<Entry, 'op' | 'fields' | 'note' | 'rev'>,
  naming: Naming,
): readonly Draft[] {
  const { note, rev, op, fields } = last;
  const other = lost.filter((line) => line.fields && !(line.op === op && fields && isSame(line.fields, fields)));
  const copies = other.flatMap((line) =>
    line.op !== 'drop' && line.fields ? [copyOf(line.op, line.fields, naming)] : [],
  );
  const above = Math.max(...[last, ...other].map((line) => Number(line.rev))) + 1;
  if (other.length === 0 || !fields || !Number.isSafeInteger(above)) return copies;
  return [...copies, { note, rev: String(above), parent: rev, op, fields }];
}

const isSame = (one: Fields, other: Fields): boolean => canonicalJson(one) === canonicalJson(other);

function copyOf(op: Draft['op'], fields: Fields, { newId, second }: Naming): Draft {
  const note = newId();
  const { title } = fields;
  const named = typeof title === 'string' ? { title: copyTitle(title, second) } : {};
  return { note, rev: '1', parent: null, op, fields: { ...fields, ...named, id: note } };
}

/** How many revisions before a new one are watched for. */
const NEAR = 8;

/** Revisions that have not come although later ones have: two windows write their lines in any order. */
export class LateRevisions {
  readonly #missing = new Map<string, Set<number>>();

  /** A revision was written after `before`, the last one; 0 for none: then only the first may still come. */
  wrote({ note, rev: name, op }: Pick<Draft, 'note' | 'rev' | 'op'>, before: number): void {
    const rev = Number(name);
    this.#missing.get(note)?.delete(rev);
    if (!Number.isSafeInteger(rev) || !Number.isSafeInteger(before)) return;
    // Of a note that was removed for good all numbers may come again, with a file that has it.
    if (op === 'drop') this.#missing.set(note, new Set(rev - 1 > before ? [rev - 1] : []));
    if (op === 'drop') return;
    if (before === 0 && rev > 2) return;
    for (let one = Math.max(before + 1, rev - NEAR); one < rev; one++) {
      const its = this.#missing.get(note) ?? new Set();
      this.#missing.set(note, its.add(one));
    }
  }

  has(note: string, rev: number): boolean {
    return this.#missing.get(note)?.has(rev) ?? false;
  }
}
