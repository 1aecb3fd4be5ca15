import { replaces } from '#domain/journal/heads.ts';
import type { LineHead } from '#domain/journal/line.ts';

interface Line {
  readonly seq: number;
  readonly file: number;
}

/** Lines of one note that none of the others has grown from, and where they stand. */
export interface Contested {
  readonly note: string;
  readonly last: Line;
  readonly lost: readonly Line[];
}

interface Place extends Line {
  readonly start: string;
  readonly full: boolean;
}

/**
 * Finds what two programs wrote of one note in the moment in which one took the folder from the other: neither had read
 * the lines of the other, and by their numbers alone one would stand in place of the other. What is older than the start
 * that knew most was settled by that start, with the first line it wrote.
 */
export class ContestedLines {
  #settled = 0;
  /** The last line of each start that may be contested, by note. */
  readonly #last = new Map<string, Map<string, Place>>();

  read({ note, seq, start, full }: LineHead, file: number): void {
    // Lines of older apps say nothing of what they knew.
    if (start === undefined) return;
    this.#settled = Math.max(this.#settled, start.knew);
    if (seq <= this.#settled) return;
    const ofNote = this.#last.get(note) ?? new Map<string, Place>();
    if (replaces({ seq, full }, ofNote.get(start.id))) ofNote.set(start.id, { seq, file, start: start.id, full });
    this.#last.set(note, ofNote);
  }

  /** @param heads the last line of each note */
  all(heads: ReadonlyMap<string, { readonly start?: string }>): readonly Contested[] {
    const contested: Contested[] = [];
    for (const [note, ofNote] of this.#last) {
      const open = [...ofNote.values()].filter(({ seq }) => seq > this.#settled);
      if (open.length < 2) continue;
      // What is in the snapshots without its content here is not lost.
      const last = open.find(({ full }) => !full) ?? open.find(({ start }) => heads.get(note)?.start === start);
      if (last) contested.push({ note, last, lost: open.filter((line) => line !== last && line.full) });
    }
    return contested;
  }
}
