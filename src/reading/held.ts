import { ProblemError } from '#domain/problem.ts';

interface Closable {
  close(): Promise<void>;
}

/** A few open files by ticket. The oldest goes when there are too many; whoever asks for it opens it again. */
export class Held<T extends Closable> {
  readonly #most: number;
  readonly #all = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  async put(ticket: string, opened: T): Promise<void> {
    await this.close(ticket);
    this.#all.set(ticket, opened);
    const [oldest] = this.#all.keys();
    if (this.#all.size > this.#most && oldest !== undefined) await this.close(oldest);
  }

  /** @throws ProblemError `ticket-unknown` */
  at(ticket: string): T {
    const found = this.#all.get(ticket);
    if (found === undefined) throw new ProblemError({ code: 'ticket-unknown' });
    return found;
  }

  find(ticket: string): T | undefined {
    return this.#all.get(ticket);
  }

  async close(ticket: string): Promise<void> {
    const found = this.#all.get(ticket);
    this.#all.delete(ticket);
    await found?.close();
  }
}
