import { canonicalJson } from '../canonical.ts';
import { z } from '../schema.ts';

export const SNAPSHOT_FORMAT = 1;

/** More than any journal has; lines are numbered on from there. */
const MOST_LINES = 1e14;

/** What a snapshot says of itself in its first line. */
const snapshotHeadSchema = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  /** Version of the app that made it. */
  app: z.string().max(100),
  /** ISO 8601 in UTC. */
  made: z.string().max(40),
  /** By the laptop's own clock and zone, `YYYY-MM-DD`. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Only rises: the one order of snapshots. */
  sequence: z.number().int().min(1),
  /** What made it knew of no journal line up to this one that the tables lack. What they hold is in them to be read. */
  journal: z.number().int().min(0).max(MOST_LINES),
});

/** What a snapshot says of itself in its last line. */
const snapshotTailSchema = z.object({
  /** Rows of each table. */
  counts: z.record(z.string(), z.number().int().min(0)),
  /** SHA-256 of the text of `tables` without its line feeds, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;
export type SnapshotTail = z.infer<typeof snapshotTailSchema>;

/** Some rows of a table. Rows are JSON values; bytes stand in them as base64 text. */
export interface Rows {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** Takes text bit by bit and says its SHA-256 at the end. */
export interface Digest {
  update(text: string): void;
  hex(): string;
}

const OPEN = ',"tables":{';

/** The document line by line: a row a line, so that a large one is written and read without being held. */
export class SnapshotWriter {
  readonly #digest: Digest;
  readonly #counts = new Map<string, number>();
  #table: string | undefined;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  head(head: SnapshotHead): string {
    this.#digest.update('{');
    return `${canonicalJson(head).slice(0, -1)}${OPEN}\n`;
  }

  /** @throws RangeError for a table that was left before */
  rows({ table, rows }: Rows): string {
    let text = table === this.#table ? '' : this.#begin(table);
    let count = this.#counts.get(table) ?? 0;
    // A row that JSON has no word for (a function, nothing) is kept as a place.
    for (const row of rows) text += `${count++ === 0 ? '' : ','}${canonicalJson(row) ?? 'null'}\n`;
    this.#counts.set(table, count);
    this.#digest.update(text.replaceAll('\n', ''));
    return text;
  }

  tail(): { readonly text: string; readonly tail: SnapshotTail } {
    const close = this.#table === undefined ? '}' : ']}';
    this.#digest.update(close);
    const tail = { counts: Object.fromEntries(this.#counts), sha256: this.#digest.hex() };
    return { text: `${close},${canonicalJson(tail).slice(1)}\n`, tail };
  }

  #begin(table: string): string {
    if (this.#counts.has(table)) throw new RangeError(`Table ${table} comes twice`);
    const before = this.#table === undefined ? '' : '],';
    this.#table = table;
    return `${before}${JSON.stringify(table)}:[\n`;
  }
}

/** Why a text is not a snapshot that this app can use. */
export type Unreadable = { readonly why: 'damaged' } | { readonly why: 'too-new'; readonly format: number };

/** How rows are read: counted and summed only, as values, or as the text that they stand in the document. */
export type Reading = 'counted' | 'values' | 'texts';

/** One line read: a row, as a value or a text, or nothing to tell. */
export type LineRead = { readonly table: string; readonly row: unknown } | null;

/** Reads the document line by line. `finish` tells whether it was whole. */
export class SnapshotReader {
  readonly #digest: Digest;
  readonly #counts = new Map<string, number>();
  #head: SnapshotHead | undefined;
  #tail: SnapshotTail | undefined;
  #table: string | undefined;
  #wrong: Unreadable | undefined;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  line(line: string, as: Reading): LineRead {
    if (this.#wrong) return null;
    try {
      return this.#line(line, as);
    } catch {
      this.#wrong = { why: 'damaged' };
      return null;
    }
  }

  /** The first line, once it was read and is of a format that is known. */
  head(): SnapshotHead | null {
    return this.#head ?? null;
  }

  finish(): { readonly head: SnapshotHead; readonly tail: SnapshotTail } | Unreadable {
    if (this.#wrong) return this.#wrong;
    if (!this.#head || !this.#tail) return { why: 'damaged' };
    const counts = Object.fromEntries(this.#counts);
    const whole =
      this.#digest.hex() === this.#tail.sha256 && canonicalJson(counts) === canonicalJson(this.#tail.counts);
    return whole ? { head: this.#head, tail: this.#tail } : { why: 'damaged' };
  }

  #line(line: string, as: Reading): LineRead {
    if (this.#head === undefined) {
      this.#readHead(line);
      return null;
    }
    if (this.#tail !== undefined) throw new SyntaxError('Text after the end');
    const begins = /^(?:\],)?("(?:[^"\\]|\\.)*"):\[$/.exec(line);
    if (begins) {
      this.#digest.update(line);
      this.#table = String(JSON.parse(begins[1] ?? ''));
      this.#counts.set(this.#table, 0);
      return null;
    }
    const ends = /^(\]?\}),(.*)$/s.exec(line);
    if (ends) {
      this.#digest.update(ends[1] ?? '');
      this.#tail = snapshotTailSchema.parse(JSON.parse(`{${ends[2]}`));
      return null;
    }
    if (this.#table === undefined) throw new SyntaxError('A row without a table');
    this.#digest.update(line);
    const count = this.#counts.get(this.#table) ?? 0;
    this.#counts.set(this.#table, count + 1);
    if (as === 'counted') return null;
    const text = count === 0 ? line : line.slice(1);
    return { table: this.#table, row: as === 'texts' ? text : JSON.parse(text) };
  }

  #readHead(line: string): void {
    if (!line.endsWith(OPEN)) throw new SyntaxError('No head');
    const found: unknown = JSON.parse(`${line.slice(0, -OPEN.length)}}`);
    const format = z.object({ format: z.number().int() }).parse(found).format;
    if (format > SNAPSHOT_FORMAT) this.#wrong = { why: 'too-new', format };
    else this.#head = snapshotHeadSchema.parse(found);
    this.#digest.update('{');
  }
}
