import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import { MOST_DROPPED } from '#bridge/packs.ts';
import type { BundleOffer, BundlePart, BundleReading } from '#bridge/sharing.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { BundleSummary, QuestionName, Questions } from '#reading/questions.ts';
import { Tickets } from '../ipc/tickets.ts';
import { type Reader, ReadingEnded } from '../reading/reader.ts';

/** The bundles that the window may look at and take in, by ticket. Paths stay here. */
export interface BundleOffers {
  /** Has files read whole and checked; writes nothing. What a person stopped is not among the answers. */
  make(paths: readonly string[]): Promise<readonly BundleOffer[]>;
  /** The next lines of a bundle's notes. @throws ProblemError `ticket-unknown` */
  part(ticket: string): Promise<BundlePart>;
  /** One of its files, to be looked at; `null` where it is larger than a picture of a note. @throws ProblemError */
  picture(ticket: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps one of its files, or what came with a note, among the files of notes. @throws ProblemError */
  keep(ticket: string, sha256: string): Promise<null>;
  /** Lets go of a bundle, also of one that is still being read. */
  stop(ticket: string): Promise<null>;
  /** Nobody will ask for these any more. */
  windowGone(): Promise<void>;
}

export interface BundleOffersEffects {
  /** Reads files of others, never in this process. */
  readonly reader: Reader;
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
  /** How far the reading of a file is; `null` when it is over. */
  readonly told: (reading: BundleReading | null) => void;
}

interface Held {
  /** The reader knows it by the same. */
  readonly ticket: string;
  readonly path: string;
  readonly summary: BundleSummary;
  /** The piece that comes next. */
  at: number;
}

/** One is looked at at a time; more is what somebody dropped together, which must all still be there when their turn comes. */
const MOST_HELD = MOST_DROPPED;

export function openBundleOffers({ reader, keepFile, told }: BundleOffersEffects): BundleOffers {
  const held = new Tickets<Held>({
    most: MOST_HELD,
    end: ({ ticket }) => reader.ask('bundle:close', { ticket }).catch(() => undefined),
  });
  let reading: string | null = null;

  /** Asks about an open bundle; one that went with its process is opened again, and must be what it was. */
  const ask = async <N extends Exclude<QuestionName, 'note:html'>>(
    ticket: string,
    name: N,
    asked: Parameters<Questions[N]>[0],
  ): Promise<ReturnType<Questions[N]>> => {
    const { path, summary } = held.get(ticket);
    try {
      return await reader.ask(name, asked);
    } catch (error) {
      if (error instanceof ReadingEnded) throw new ProblemError(endedProblem(error, summary.file));
      if (!(error instanceof ProblemError) || error.problem.code !== 'ticket-unknown') throw error;
      const again = await reader.ask('bundle:open', { ticket, path });
      if (again.seal !== summary.seal) throw error;
      return reader.ask(name, asked);
    }
  };

  const bytesOf = async (ticket: string, sha256: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> => {
    const first = await ask(ticket, 'bundle:bytes', { ticket, sha256, from: 0 });
    if (first === null || first.size > most) return null;
    const whole = new Uint8Array(first.size);
    whole.set(first.bytes);
    for (let from = first.bytes.length; from < first.size; ) {
      const next = await ask(ticket, 'bundle:bytes', { ticket, sha256, from });
      if (next === null || next.bytes.length === 0) throw new ProblemError({ code: 'ticket-unknown' });
      whole.set(next.bytes, from);
      from += next.bytes.length;
    }
    return whole;
  };

  /** `null`: a person stopped it, or whoever asked is gone. */
  const offer = async (path: string, asked: number): Promise<BundleOffer | null> => {
    const file = shownName(path);
    try {
      const ticket = await held.make(async (its) => {
        reading = its;
        const summary = await reader.ask('bundle:open', { ticket: its, path }, ({ done, total }) =>
          told({ ticket: its, file, done, total }),
        );
        return { ticket: its, path, summary, at: 0 };
      }, asked);
      const { size, notes, marking, warnings, moreWarnings } = held.get(ticket).summary;
      return { ticket, file, size, found: { notes, marking, warnings, moreWarnings } };
    } catch (error) {
      if (asked !== held.window || (error instanceof ReadingEnded && error.why === 'stopped')) return null;
      const problem = error instanceof ReadingEnded ? endedProblem(error, file) : problemOf(error);
      return { ticket: randomUUID(), file, size: 0, found: { problem } };
    } finally {
      reading = null;
      told(null);
    }
  };

  return {
    async make(paths) {
      const offers: BundleOffer[] = [];
      const asked = held.window;
      for (const path of paths) if (asked === held.window) offers.push(...[(await offer(path, asked)) ?? []].flat());
      return offers;
    },
    async part(ticket) {
      const found = held.get(ticket);
      if (found.at >= found.summary.pieces) return { text: '', end: true };
      const at = found.at;
      found.at += 1;
      return { text: await ask(ticket, 'bundle:piece', { ticket, at }), end: false };
    },
    picture: (ticket, sha256) => bytesOf(ticket, sha256, LIMITS.noteFile),
    async keep(ticket, sha256) {
      const bytes = await bytesOf(ticket, sha256, LIMITS.bundleExpanded);
      if (bytes !== null) await keepFile(bytes);
      return null;
    },
    async stop(ticket) {
      if (ticket === reading) reader.stop();
      await held.stop(ticket);
      return null;
    },
    async windowGone() {
      if (reading !== null) reader.stop();
      await held.windowGone();
    },
  };
}

const endedProblem = ({ why }: ReadingEnded, file: string): Problem =>
  why === 'gone' ? { code: 'file-unreadable', file } : { code: 'bundle-too-costly', file };

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
