import type { PackPart } from '#domain/pack-part.ts';
import { ProblemError } from '#domain/problem.ts';
import { type OpenPack, openPack } from '#pack/read/open-pack.ts';
import { Held } from './held.ts';
import type { ReaderAnswers } from './serve.ts';

/** One pack is read at a time; the others wait to be offered. */
const MOST_OPEN = 8;

/** A pack and how far its parts were handed over. */
class Reading {
  readonly #pack: OpenPack;
  #parts: AsyncGenerator<PackPart, void, undefined>;
  #next = 0;

  constructor(pack: OpenPack) {
    this.#pack = pack;
    this.#parts = pack.parts();
  }

  /** The part of this number; a process that was started anew reads those before it again. */
  async part(at: number): Promise<PackPart> {
    if (at < this.#next) {
      await this.#parts.return(undefined);
      this.#parts = this.#pack.parts();
      this.#next = 0;
    }
    for (;;) {
      const { value, done } = await this.#parts.next();
      if (done) throw new ProblemError({ code: 'ticket-unknown' });
      this.#next += 1;
      if (this.#next > at) return value;
    }
  }

  async close(): Promise<void> {
    await this.#parts.return(undefined);
    await this.#pack.close();
  }
}

type PackAnswers = Pick<ReaderAnswers, 'pack:open' | 'pack:part' | 'pack:close'>;

export function packAnswers(open: typeof openPack = openPack): PackAnswers {
  const held = new Held<Reading>(MOST_OPEN);
  return {
    'pack:open': async ({ ticket, path }) => {
      const opened = await open(path);
      if (!opened.ok) throw new ProblemError(opened.problem);
      const { manifest, hash, size, pages, bytes } = opened.value;
      await held.put(ticket, new Reading(opened.value));
      return { manifest, hash, size, pages, bytes };
    },
    'pack:part': async ({ ticket, at }) => held.at(ticket).part(at),
    'pack:close': async ({ ticket }) => {
      await held.close(ticket);
      return null;
    },
  };
}
