import type { Note } from '../note/record/note.ts';

export interface VisibleNote {
  readonly note: Note;
  /** Characters that were taken out, in all its words. */
  readonly hidden: number;
}

/** What names something is never shown; the locked plan stays as it was hashed. */
const UNSEEN = new Set(['id', 'plan', 'metric', 'rule']);

/** A note without characters that turn or hide words. */
export function visibleNote(note: Note, visible: (text: string) => string): VisibleNote {
  let hidden = 0;
  const seen = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const text = visible(value);
      // One that became a space or a sign for nothing counts too.
      if (text !== value) hidden += Math.max(1, [...value].length - [...text].length);
      return text;
    }
    if (Array.isArray(value)) return value.map(seen);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, UNSEEN.has(key) ? inner : seen(inner)]),
    );
  };
  const clean = seen(note) as Note;
  return hidden === 0 ? { note, hidden } : { note: { ...clean, tags: clean.tags.filter((tag) => tag !== '') }, hidden };
}
