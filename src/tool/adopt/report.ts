/** One thing that was not plain Markdown, or that could not be kept, and what became of it. */
export interface AdoptNote {
  /** Path in the folder that was adopted, with `/`. */
  readonly file: string;
  /** Line of that file, from 1. */
  readonly line: number;
  /** A dialect's id, or `link`, `anchor`, `image`, `front-matter`, `file`, `title`. */
  readonly kind: string;
  /** What was found, cut to one line. */
  readonly found: string;
  /** What became of it. */
  readonly done: string;
}

export interface AdoptReport {
  readonly pages: number;
  readonly images: number;
  /** Links to pages and pictures of the folder that now lead to them. */
  readonly links: number;
  /** By file, then by line. */
  readonly notes: readonly AdoptNote[];
  /** How many notes of each kind. */
  readonly counts: Readonly<Record<string, number>>;
}

const LONGEST = 120;

/** Gathers notes; what was found is cut to one line. */
export class Notes {
  readonly #notes: AdoptNote[] = [];

  add(file: string, line: number, kind: string, found: string, done: string): void {
    const one = found.replace(/\s+/g, ' ').trim();
    const cut = one.length > LONGEST ? `${one.slice(0, LONGEST)}…` : one;
    this.#notes.push({ file, line, kind, found: cut, done });
  }

  sorted(): readonly AdoptNote[] {
    return [...this.#notes].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }

  counts(): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const { kind } of this.#notes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
