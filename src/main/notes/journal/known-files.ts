import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { journalName } from './journal-files.ts';

/** The journal's files that one start may write anew: those it read, as it read them, and its own. */
export class KnownFiles {
  readonly #folder: string;
  readonly #disk: Disk;
  /** Bytes that were read; `null` for its own. */
  readonly #bytes: Map<number, number | null>;

  constructor(folder: string, disk: Disk, read: ReadonlyMap<number, number | null>) {
    this.#folder = folder;
    this.#disk = disk;
    this.#bytes = new Map(read);
  }

  own(number: number): void {
    this.#bytes.set(number, null);
  }

  gone(numbers: Iterable<number>): void {
    for (const number of numbers) this.#bytes.delete(number);
  }

  numbers(): readonly number[] {
    return [...this.#bytes.keys()].sort((one, other) => one - other);
  }

  /** Of these the ones that nobody else has written to since: what is new there the next start must see. */
  async asRead(numbers: readonly number[]): Promise<readonly number[]> {
    const same: number[] = [];
    for (const number of numbers) {
      const bytes = this.#bytes.get(number) ?? null;
      if (bytes === null || (await this.#size(number)) === bytes) same.push(number);
    }
    return same;
  }

  /** All but `newest` that are there and smaller than `limit`, and `left`, rising. */
  async small(newest: number, left: number, limit: number): Promise<readonly number[]> {
    const numbers: number[] = [];
    for (const number of this.numbers()) {
      if (number === newest) continue;
      const size = await this.#size(number);
      if (size !== null && (number === left || size < limit)) numbers.push(number);
    }
    return numbers;
  }

  async #size(number: number): Promise<number | null> {
    return (await this.#disk.look(join(this.#folder, journalName(number))))?.size ?? null;
  }
}
