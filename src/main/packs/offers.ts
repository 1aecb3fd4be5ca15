import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import type { Offer } from '#bridge/packs.ts';
import { LIMITS } from '#domain/limits.ts';
import { noSpace } from '#domain/no-space.ts';
import type { SourceOrigin } from '#domain/pack/pack-origin.ts';
import { blobsOf, type PackPart } from '#domain/pack/pack-part.ts';
import { originOfFile, type StarterPin, starterPins } from '#domain/pack/starter-pins.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import type { Result } from '#domain/result.ts';
import { type OpenPack, openPack } from '#pack/read/open-pack.ts';
import { Tickets } from '../ipc/tickets.ts';

/** The pack files that the window may ask for, by ticket. Paths stay here. */
export interface Offers {
  /** Looks at files and gives each a ticket. */
  make(paths: readonly string[]): Promise<readonly Offer[]>;
  /** The same for a release that a source brought. `file`: a name that a person knows. */
  makeRelease(
    file: string,
    open: () => Promise<Result<OpenPack>>,
    origin: SourceOrigin,
    /** Why nothing more of it is given; `null` while it is. */
    withdrawn: () => Problem | null,
  ): Promise<Offer>;
  /** The next piece of a ticket's pack. @throws ProblemError, after which the ticket is gone */
  part(ticket: string): Promise<PackPart>;
  stop(ticket: string): Promise<null>;
  /** Nobody will ask for these any more. */
  windowGone(): Promise<void>;
}

interface Held {
  readonly pack: OpenPack;
  readonly withdrawn: () => Problem | null;
  parts: AsyncGenerator<PackPart> | null;
  /** Two questions at once for one ticket are answered one after the other. */
  turn: Promise<unknown>;
}

/** More than a person can drop at once; older offers are let go. */
const MOST_HELD = 200;

/**
 * `free` tells the bytes that are free where the window keeps its data. Chromium's store writes until a disk is full
 * and then may lose what it had, so a pack stops before that.
 */
export function openOffers(
  free: () => Promise<number>,
  open: typeof openPack = openPack,
  pins: readonly StarterPin[] = starterPins(),
): Offers {
  const held = new Tickets<Held>({
    most: MOST_HELD,
    end: async ({ parts, pack }) => {
      await parts?.return(undefined).catch(() => undefined);
      await pack.close();
    },
  });

  const leaveSpace = async (part: PackPart): Promise<void> => {
    const here = blobsOf(part).reduce((sum, { length }) => sum + length, 0);
    const missing = here + part.total - part.done + LIMITS.leftFree - (await free());
    if (missing > 0) throw new ProblemError(noSpace(missing));
  };

  const offer = async (
    file: string,
    look: () => Promise<Result<OpenPack>>,
    asked: number,
    source?: { readonly origin: SourceOrigin; readonly withdrawn: () => Problem | null },
  ): Promise<Offer> => {
    const withdrawn = source?.withdrawn ?? (() => null);
    try {
      const ticket = await held.make(async () => {
        const opened = await look();
        if (!opened.ok) throw new ProblemError(opened.problem);
        return { pack: opened.value, withdrawn, parts: null, turn: Promise.resolve() };
      }, asked);
      const { manifest, hash, size, pages, bytes } = held.get(ticket).pack;
      const { id, title, version, release, publisher } = manifest;
      const origin = source?.origin ?? originOfFile(id, hash, pins);
      const pageIds = manifest.files.flatMap(({ page }) => (page === undefined ? [] : [page]));
      const head = { id, title, version, release, publisher, hash, origin, pages, pageIds, bytes };
      return { ticket, file, size, found: { manifest: head } };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { ticket: randomUUID(), file, size: 0, found: { problem: error.problem } };
    }
  };

  const next = async (ticket: string): Promise<PackPart> => {
    const found = held.get(ticket);
    try {
      const problem = found.withdrawn();
      if (problem !== null) throw new ProblemError(problem);
      found.parts ??= found.pack.parts();
      const { value, done } = await found.parts.next();
      if (done || value.part === 'end') await held.stop(ticket);
      if (done) throw new ProblemError({ code: 'ticket-unknown' });
      if (value.part !== 'end') await leaveSpace(value);
      return value;
    } catch (error) {
      await held.stop(ticket);
      throw error;
    }
  };

  return {
    async make(paths) {
      const offers: Offer[] = [];
      const asked = held.window;
      // One after another: a folder full of large files must not be open all at once.
      for (const path of paths) offers.push(await offer(shownName(path), () => open(path), asked));
      return offers;
    },
    makeRelease: (file, look, origin, withdrawn) => offer(file, look, held.window, { origin, withdrawn }),
    part(ticket) {
      const found = held.find(ticket);
      const answer = (found?.turn ?? Promise.resolve()).then(() => next(ticket));
      if (found) found.turn = answer.catch(() => undefined);
      return answer;
    },
    async stop(ticket) {
      await held.stop(ticket);
      return null;
    },
    windowGone: () => held.windowGone(),
  };
}
