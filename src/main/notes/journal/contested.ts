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
  /** Of each note the last line of one start that may be contested, and those of other starts beside it. */
  readonly #last = new Map<string, Place>();
  readonly #beside = new Map<string, Place[]>();

  read({ note, seq, start, full }: LineHead, file: number): void {
    // Lines of older apps say nothing of what they knew.
    if (start === undefined) return;
    this.#settled = Math.max(this.#settled, start.knew);
    if (seq <= this.#settled) return;
    const place = { seq, file, start: start.id, full };
    const last = this.#last.get(note);
    // One start writes nearly all there is, and a journal has tens of thousands of lines.
    const isAlone = !this.#beside.has(note);
    if (last === undefined || (isAlone && last.seq <= this.#settled)) this.#last.set(note, place);
    else if (last.start === place.start) this.#last.set(note, replaces(place, last) ? place : last);
    else this.#addBeside(note, place);
  }

  /** @param heads the last line of each note */
  all(heads: ReadonlyMap<string, { readonly start?: string }>): readonly Contested[] {
    const contested: Contested[] = [];
    for (const [note, beside] of this.#beside) {
      const open = [this.#last.get(note) ?? [], beside].flat().filter(({ seq }) => seq > this.#settled);
      if (open.length < 2) continue;
      // What is in the snapshots without its content here is not lost.
      const last = open.find(({ full }) => !full) ?? open.find(({ start }) => heads.get(note)?.start === start);
      if (last) contested.push({ note, last, lost: open.filter((line) => line !== last && line.full) });
    }
    return contested;
  }

  #addBeside(note: string, place: Place): void {
    const beside = this.#beside.get(note) ?? [];
    const at = beside.findIndex(({ start }) => start === place.start);
    const known = beside[at];
    if (known === undefined) beside.push(place);
    else if (replaces(place, known)) beside[at] = place;
    this.#beside.set(note, beside);
  }
}
