import { createHash, randomUUID } from 'node:crypto';
import type { BundleOffer, BundlePart, IncomingNote } from '#bridge/sharing.ts';
import type { OpenBundle, openBundle } from '#bundle/open-bundle.ts';
import { shownName } from '#bundle/shown-name.ts';
import { canonicalJson } from '#domain/canonical.ts';
import { LIMITS } from '#domain/limits.ts';
import { ProblemError } from '#domain/problem.ts';

/** The bundles that the window may look at and take in, by ticket. Paths stay here. */
export interface BundleOffers {
  /** Reads files whole and checks them; writes nothing. */
  make(paths: readonly string[]): Promise<readonly BundleOffer[]>;
  /** The next lines of a bundle's notes. @throws ProblemError `ticket-unknown` */
  part(ticket: string): BundlePart;
  /** One of its files, to be looked at; `null` where it is larger than a picture of a note. @throws ProblemError */
  picture(ticket: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps one of its files, or what came with a note, among the files of notes. @throws ProblemError */
  keep(ticket: string, sha256: string): Promise<null>;
  stop(ticket: string): Promise<null>;
  /** Nobody will ask for these any more. */
  windowGone(): Promise<void>;
}

interface Held {
  readonly bundle: OpenBundle;
  /** What came with notes from another program, by hash. */
  readonly foreign: ReadonlyMap<string, string>;
  readonly lines: Generator<string, void>;
}

/** One is looked at at a time; more is what somebody dropped together. */
const MOST_HELD = 20;
const MOST_WARNINGS = 200;

/** Reading bundles takes much code that most starts never need: it comes with the first bundle. */
const openLate: typeof openBundle = async (...args) => (await import('#bundle/open-bundle.ts')).openBundle(...args);

export function openBundleOffers(
  keepFile: (bytes: Uint8Array) => Promise<string>,
  open: typeof openBundle = openLate,
): BundleOffers {
  const held = new Map<string, Held>();
  let windows = 0;

  const letGo = async (ticket: string): Promise<void> => {
    const found = held.get(ticket);
    held.delete(ticket);
    await found?.bundle.close();
  };
  const heldAt = (ticket: string): Held => {
    const found = held.get(ticket);
    if (!found) throw new ProblemError({ code: 'ticket-unknown' });
    return found;
  };

  const offer = async (path: string): Promise<BundleOffer> => {
    const ticket = randomUUID();
    const asked = windows;
    const opened = await open(path);
    if (!opened.ok) return { ticket, file: shownName(path), size: 0, found: { problem: opened.problem } };
    const bundle = opened.value;
    if (asked !== windows) {
      await bundle.close();
      return { ticket, file: shownName(path), size: 0, found: { problem: { code: 'ticket-unknown' } } };
    }
    const { file, size, notes, marking, warnings } = bundle;
    const foreign = new Map<string, string>();
    const incoming = notes.map((one): IncomingNote => {
      if (one.foreign === null) return { ...one, foreign: null, beside: [] };
      const text = canonicalJson(one.foreign);
      const hash = createHash('sha256').update(text).digest('hex');
      foreign.set(hash, text);
      return { ...one, foreign: hash, beside: [...new Set(one.foreign.files.map((each) => each.sha256))] };
    });
    held.set(ticket, { bundle, foreign, lines: pieces(incoming) });
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) await letGo(oldest);
    const head = { notes: notes.length, marking, warnings: warnings.slice(0, MOST_WARNINGS) };
    return { ticket, file, size, found: { ...head, moreWarnings: Math.max(0, warnings.length - MOST_WARNINGS) } };
  };

  return {
    async make(paths) {
      const offers: BundleOffer[] = [];
      for (const path of paths) offers.push(await offer(path));
      return offers;
    },
    part(ticket) {
      const { value, done = false } = heldAt(ticket).lines.next();
      return { text: value ?? '', end: done };
    },
    async picture(ticket, hash) {
      const { bundle } = heldAt(ticket);
      const file = bundle.files.get(hash);
      if (!file || file.size > LIMITS.noteFile) return null;
      const read = await bundle.read(hash);
      if (!read.ok) throw new ProblemError(read.problem);
      return new Uint8Array(read.value);
    },
    async keep(ticket, hash) {
      const { bundle, foreign } = heldAt(ticket);
      const text = foreign.get(hash);
      if (text !== undefined) {
        await keepFile(Buffer.from(text));
        return null;
      }
      // What a note names and the bundle does not hold was told as a warning.
      if (!bundle.files.has(hash)) return null;
      const read = await bundle.read(hash);
      if (!read.ok) throw new ProblemError(read.problem);
      await keepFile(read.value);
      return null;
    },
    async stop(ticket) {
      await letGo(ticket);
      return null;
    },
    async windowGone() {
      windows += 1;
      await Promise.all([...held.keys()].map(letGo));
    },
  };
}

/** Notes as lines of JSON in pieces that a message can carry. */
function* pieces(notes: readonly IncomingNote[]): Generator<string, void> {
  const most = LIMITS.packPart / 2;
  let waiting = '';
  for (const note of notes) {
    waiting += `${JSON.stringify(note)}\n`;
    let at = 0;
    for (; waiting.length - at >= most; at += most) yield waiting.slice(at, at + most);
    waiting = waiting.slice(at);
  }
  if (waiting !== '') yield waiting;
}
