import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The parts of an update, in order. */
export const PARTS = /** @type {const} */ (['check', 'fetch', 'verify', 'store', 'activation']);
/** @typedef {typeof PARTS[number]} Part */

/** Milliseconds around the end of an update in which a release is made to count. */
const AROUND = 160;
/** What has not begun by then, ms, does not begin any more. */
const NEVER = 10_000;

/**
 * When each part of an update began, ms since 1970, as it is seen from outside. The check begins and the fetch begins
 * when they are asked for; what is on the disk tells the rest.
 */
export class Moments {
  /** @type {Partial<Record<Part | 'end', number>>} */
  at = {};
  #over = false;
  /** @type {readonly string[]} */
  #files;

  /** @param {string} home @param {readonly string[]} hashes of the blobs that this release alone has */
  constructor(home, hashes) {
    this.#files = hashes.map((hash) => join(home, 'blobs', hash.slice(0, 2), `${hash}.br`));
    void this.#watch();
  }

  /** @param {Part | 'end'} part */
  mark(part) {
    this.at[part] ??= Date.now();
  }

  /** How many of the files are here. */
  here() {
    return this.#files.filter((path) => existsSync(path)).length;
  }

  all() {
    return this.#files.length;
  }

  stop() {
    this.#over = true;
  }

  async #watch() {
    while (!this.#over && this.at.store === undefined) {
      const here = this.here();
      if (here > 0) this.mark('verify');
      if (here === this.all()) this.mark('store');
      await wait(2);
    }
  }

  /** How long each part took, ms, of an update that came to its end. @returns {Record<Part, number>} */
  lengths() {
    const { check = 0, fetch = 0, verify = fetch, store = verify, end = store } = this.at;
    return {
      check: fetch - check,
      fetch: verify - fetch,
      verify: store - verify,
      store: end - store,
      activation: AROUND,
    };
  }

  /**
   * Waits until some share of a part has passed, where parts take as long as they are known to.
   * @param {Part} part @param {number} share 0 to 1 @param {Record<Part, number>} lengths
   */
  async reaches(part, share, lengths) {
    const begins = part === 'activation' ? 'store' : part;
    for (const until = Date.now() + NEVER; this.at[begins] === undefined && Date.now() < until; ) await wait(1);
    const from = part === 'activation' ? Math.max(0, lengths.store - AROUND / 2) : 0;
    const moment = (this.at[begins] ?? 0) + from + share * lengths[part];
    await wait(Math.max(0, moment - Date.now()));
  }
}
