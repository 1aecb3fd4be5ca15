import { randomUUID } from 'node:crypto';
import { ProblemError } from '#domain/problem.ts';

/** Runs something later; the answer calls it off. */
export type Later = (run: () => void, ms: number) => () => void;

export const later: Later = (run, ms) => {
  const timer = setTimeout(run, ms);
  // Nothing of a window keeps the app from ending.
  timer.unref();
  return () => clearTimeout(timer);
};

interface Held<T> {
  readonly thing: T;
  callOff: () => void;
}

/** Work that a window holds by tickets. It ends with the window, and where nobody asks for it any more. */
export class Tickets<T> {
  readonly #held = new Map<string, Held<T>>();
  readonly #end: (thing: T) => unknown;
  readonly #patience: number;
  readonly #later: Later;
  #windows = 0;

  /**
   * @param end what is done to one that is given back or left
   * @param patience milliseconds between two questions for one, after which it is left
   */
  constructor(end: (thing: T) => unknown, patience: number, later: Later) {
    this.#end = end;
    this.#patience = patience;
    this.#later = later;
  }

  /** Begins one, for the window that asked: should that go while it is made, it ends at once. */
  async make(begin: () => T | Promise<T>): Promise<string> {
    const asked = this.#windows;
    const thing = await begin();
    if (asked !== this.#windows) {
      await this.#end(thing);
      throw new ProblemError({ code: 'ticket-unknown' });
    }
    const ticket = randomUUID();
    this.#held.set(ticket, { thing, callOff: this.#wait(ticket) });
    return ticket;
  }

  /** What a ticket stands for, which is waited for anew. @throws ProblemError `ticket-unknown` */
  get(ticket: string): T {
    const held = this.#held.get(ticket);
    if (!held) throw new ProblemError({ code: 'ticket-unknown' });
    held.callOff();
    held.callOff = this.#wait(ticket);
    return held.thing;
  }

  /** The same, and the ticket is gone. */
  take(ticket: string): T {
    const thing = this.get(ticket);
    this.#held.get(ticket)?.callOff();
    this.#held.delete(ticket);
    return thing;
  }

  /** Gives a ticket back; one that is not known is none. */
  async stop(ticket: string): Promise<void> {
    if (this.#held.has(ticket)) await this.#end(this.take(ticket));
  }

  /** Gives all back. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#held.keys()].map((ticket) => this.stop(ticket)));
  }

  /** The window is gone, by a crash or another page: so is all that it held, and all that it asked for just now. */
  async windowGone(): Promise<void> {
    this.#windows += 1;
    await this.stopAll();
  }

  #wait(ticket: string): () => void {
    return this.#later(() => void this.stop(ticket), this.#patience);
  }
}
