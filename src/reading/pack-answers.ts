import type { PackPart } from '#domain/pack/pack-part.ts';
import { ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { openRepositoryPack } from '#pack/carriers/repository-pack.ts';
import { type OpenPack, openCarried, openPack } from '#pack/read/open-pack.ts';
import { Held } from './held.ts';
import type { ReaderAnswers } from './serve.ts';

/** Whoever asked ends this process instead. */
const NEVER_STOPPED = new AbortController().signal;
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

type PackAnswers = Pick<ReaderAnswers, 'pack:open' | 'release:open' | 'pack:part' | 'pack:close'>;

export function packAnswers(open: typeof openPack = openPack): PackAnswers {
  const held = new Held<Reading>(MOST_OPEN);
  const hold = async (ticket: string, opened: Result<OpenPack>) => {
    if (!opened.ok) throw new ProblemError(opened.problem);
    const { manifest, hash, size, pages, bytes } = opened.value;
    await held.put(ticket, new Reading(opened.value));
    return { manifest, hash, size, pages, bytes };
  };
  return {
    'pack:open': async ({ ticket, path }) => hold(ticket, await open(path)),
    'release:open': async ({ ticket, store, named }) =>
      hold(ticket, await openCarried(() => openRepositoryPack(folderRepository(store), named, NEVER_STOPPED))),
    'pack:part': async ({ ticket, at }) => held.at(ticket).part(at),
    'pack:close': async ({ ticket }) => {
      await held.close(ticket);
      return null;
    },
  };
}
