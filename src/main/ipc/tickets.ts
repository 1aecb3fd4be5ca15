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

/** Given back by the window, or gone with it; not asked for in time; a newer one took its place. */
export type EndedBy = 'stop' | 'patience' | 'newer';

/** What tickets stand for and how long. */
export interface Holding<T> {
  /** What is done to one that ends before it was taken. */
  readonly end: (thing: T, by: EndedBy) => unknown;
  /** Milliseconds between two questions for one, after which it is left. Absent: it may lie as long as its window stands. */
  readonly patience?: number;
  /** So many at once; one more ends the oldest. Absent: any number. */
  readonly most?: number;
}

interface Held<T> {
  readonly thing: T;
  callOff: () => void;
}

/** Work that a window holds by tickets: the only things it can name. It ends with the window. */
export class Tickets<T> {
  readonly #held = new Map<string, Held<T>>();
  readonly #holding: Holding<T>;
  readonly #later: Later;
  #windows = 0;

  constructor(holding: Holding<T>, runLater: Later = later) {
    this.#holding = holding;
    this.#later = runLater;
  }

  /** Which window asks now. What takes several steps keeps it from the first on. */
  get window(): number {
    return this.#windows;
  }

  /**
   * Begins one, for the window that asked: should that go while it is made, it ends at once.
   *
   * @throws ProblemError `ticket-unknown` where nobody waits for it any more
   */
  async make(begin: (ticket: string) => T | Promise<T>, asked: number = this.#windows): Promise<string> {
    this.#demand(asked);
    const ticket = randomUUID();
    const thing = await begin(ticket);
    if (asked !== this.#windows) await this.#holding.end(thing, 'stop');
    this.#demand(asked);
    this.#held.set(ticket, { thing, callOff: this.#wait(ticket) });
    const [oldest] = this.#held.keys();
    const { most = Number.POSITIVE_INFINITY } = this.#holding;
    if (this.#held.size > most && oldest !== undefined) await this.#end(oldest, 'newer');
    return ticket;
  }

  /** What a ticket stands for, which is waited for anew. @throws ProblemError `ticket-unknown` */
  get(ticket: string): T {
    const thing = this.find(ticket);
    if (thing === undefined) throw new ProblemError({ code: 'ticket-unknown' });
    return thing;
  }

  /** The same; `undefined` where the ticket is gone. */
  find(ticket: string): T | undefined {
    const held = this.#held.get(ticket);
    if (!held) return undefined;
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
    await this.#end(ticket, 'stop');
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

  async #end(ticket: string, by: EndedBy): Promise<void> {
    if (this.#held.has(ticket)) await this.#holding.end(this.take(ticket), by);
  }

  #demand(asked: number): void {
    if (asked !== this.#windows) throw new ProblemError({ code: 'ticket-unknown' });
  }

  #wait(ticket: string): () => void {
    const { patience } = this.#holding;
    return patience === undefined ? () => undefined : this.#later(() => void this.#end(ticket, 'patience'), patience);
  }
}
