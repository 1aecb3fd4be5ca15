import { createHash } from 'node:crypto';
import type { IncomingNote } from '#bridge/sharing.ts';
import { type OpenBundle, openBundle } from '#bundle/open-bundle.ts';
import { canonicalJson } from '#domain/canonical.ts';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';
import { Held } from './held.ts';
import type { BundleSummary, BytesPiece } from './questions.ts';
import type { ReaderAnswers } from './serve.ts';

/** One is looked at at a time. */
const MOST_OPEN = 2;
const MOST_WARNINGS = 200;
/** Characters of one piece of the notes' lines. */
const PIECE = LIMITS.packPart / 2;
/** Bytes of one piece of a file. */
const BYTES = 4 * 1024 * 1024;

/** An open bundle as main is told of it. */
class Reading {
  readonly pieces: readonly string[];
  readonly #bundle: OpenBundle;
  /** What came with notes from another program, by hash. */
  readonly #foreign = new Map<string, string>();
  /** The file that is being handed over. */
  #file: { readonly sha256: string; readonly bytes: Buffer } | null = null;

  constructor(bundle: OpenBundle) {
    this.#bundle = bundle;
    this.pieces = piecesOf(bundle.notes.map((note) => this.#incoming(note)));
  }

  summary(): BundleSummary {
    const { file, size, notes, marking, warnings, files } = this.#bundle;
    const told = warnings.slice(0, MOST_WARNINGS);
    const seal = createHash('sha256');
    for (const hash of files.keys()) seal.update(hash);
    for (const piece of this.pieces) seal.update(piece);
    return {
      file,
      size,
      notes: notes.length,
      marking,
      warnings: told,
      moreWarnings: warnings.length - told.length,
      pieces: this.pieces.length,
      seal: seal.digest('hex'),
    };
  }

  async bytes(sha256: string, from: number): Promise<BytesPiece | null> {
    const bytes = this.#file?.sha256 === sha256 ? this.#file.bytes : await this.#read(sha256);
    if (bytes === null) return null;
    const size = bytes.length;
    this.#file = from + BYTES < size ? { sha256, bytes } : null;
    return { bytes: new Uint8Array(bytes.subarray(from, from + BYTES)), size };
  }

  close(): Promise<void> {
    return this.#bundle.close();
  }

  async #read(sha256: string): Promise<Buffer | null> {
    const text = this.#foreign.get(sha256);
    if (text !== undefined) return Buffer.from(text);
    // What a note names and the bundle does not hold was told as a warning.
    if (!this.#bundle.files.has(sha256)) return null;
    const read = await this.#bundle.read(sha256);
    if (!read.ok) throw new ProblemError(read.problem);
    return read.value;
  }

  #incoming(one: OpenBundle['notes'][number]): IncomingNote {
    if (one.foreign === null) return { ...one, foreign: null, beside: [] };
    const text = canonicalJson(one.foreign);
    const hash = createHash('sha256').update(text).digest('hex');
    this.#foreign.set(hash, text);
    return { ...one, foreign: hash, beside: [...new Set(one.foreign.files.map((each) => each.sha256))] };
  }
}

type BundleAnswers = Pick<ReaderAnswers, 'bundle:open' | 'bundle:piece' | 'bundle:bytes' | 'bundle:close'>;

export function bundleAnswers(open: typeof openBundle = openBundle): BundleAnswers {
  const held = new Held<Reading>(MOST_OPEN);
  return {
    'bundle:open': async ({ ticket, path }, told) => {
      const opened = await open(path, undefined, told);
      if (!opened.ok) throw new ProblemError(opened.problem);
      const reading = new Reading(opened.value);
      await held.put(ticket, reading);
      return reading.summary();
    },
    'bundle:piece': async ({ ticket, at }) => held.at(ticket).pieces[at] ?? '',
    'bundle:bytes': async ({ ticket, sha256, from }) => held.at(ticket).bytes(sha256, from),
    'bundle:close': async ({ ticket }) => {
      await held.close(ticket);
      return null;
    },
  };
}

/** Notes as lines of JSON in pieces that a message can carry. */
function piecesOf(notes: readonly IncomingNote[]): readonly string[] {
  const pieces: string[] = [];
  let waiting = '';
  for (const note of notes) {
    waiting += `${JSON.stringify(note)}\n`;
    let at = 0;
    for (; waiting.length - at >= PIECE; at += PIECE) pieces.push(waiting.slice(at, at + PIECE));
    waiting = waiting.slice(at);
  }
  return waiting === '' ? pieces : [...pieces, waiting];
}
