/** Where a person was in a note when they last wrote or read there. */
export interface Cursor {
  readonly field: 'title' | 'text';
  /** Offsets in the field's text; the same where nothing is selected. */
  readonly from: number;
  readonly to: number;
  /** Pixels from the top of each scroller of the screen, by its name. */
  readonly scroll: Readonly<Record<string, number>>;
}

const NAME = 'satchel.cursors';
const KEPT = 300;

/** Remembers the cursor of the last notes, in the window's own storage: a restart finds it, and no note is changed by it. */
export function createCursors(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const cursors = new Map<string, Cursor>(read(storage.getItem(NAME)));
  return {
    keep(note: string, cursor: Cursor): void {
      cursors.delete(note);
      cursors.set(note, cursor);
      const [oldest] = cursors.keys();
      if (cursors.size > KEPT && oldest !== undefined) cursors.delete(oldest);
      try {
        storage.setItem(NAME, JSON.stringify([...cursors]));
      } catch {
        // Storage is full: the cursors of this session are still known, those of the next are not.
      }
    },
    of: (note: string): Cursor | null => cursors.get(note) ?? null,
  };
}

export type Cursors = ReturnType<typeof createCursors>;

function read(text: string | null): readonly (readonly [string, Cursor])[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(one: unknown): one is readonly [string, Cursor] {
  if (!Array.isArray(one) || typeof one[0] !== 'string' || typeof one[1] !== 'object' || one[1] === null) return false;
  const { field, from, to, scroll } = one[1] as Record<keyof Cursor, unknown>;
  return (
    (field === 'title' || field === 'text') &&
    [from, to].every((offset) => Number.isSafeInteger(offset) && Number(offset) >= 0) &&
    typeof scroll === 'object' &&
    scroll !== null &&
    Object.values(scroll).every((top) => typeof top === 'number')
  );
}

let cursors: Cursors | undefined;

/** Those of this window. */
export function windowCursors(): Cursors {
  cursors ??= createCursors(localStorage);
  return cursors;
}
