import type { Entry } from './entry.ts';

/** The last line of a note in the journal; `held`: only snapshots have its content. */
export type Head = Pick<Entry, 'note' | 'rev' | 'op'> & { readonly held: boolean };

/** Which notes the window's own store and the journal do not agree about. */
export interface Differences {
  /** The journal has a later revision, or the only one: by it the row is made anew. */
  readonly behind: readonly Head[];
  /** The journal lacks the row's revision: it is written there anew. */
  readonly unkept: readonly string[];
}

/** Compares revisions, which are numbers that rise; never times, because clocks jump. `rows`: revisions by note. */
export function compareStores(heads: readonly Head[], rows: ReadonlyMap<string, number>): Differences {
  const behind: Head[] = [];
  const unkept: string[] = [];
  const known = new Set<string>();
  for (const head of heads) {
    known.add(head.note);
    const row = rows.get(head.note);
    if (row === undefined) {
      if (head.op !== 'drop') behind.push(head);
    } else if (row < Number(head.rev)) behind.push(head);
    else if (row > Number(head.rev)) unkept.push(head.note);
    // Removed for good as this very revision: it must not lie in the window any more.
    else if (head.op === 'drop') behind.push(head);
  }
  for (const note of rows.keys()) if (!known.has(note)) unkept.push(note);
  return { behind, unkept };
}
