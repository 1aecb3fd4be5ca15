import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {object} Traffic
 * @property {number} requests
 * @property {number} body bytes of bodies
 * @property {number} down bytes that the server sent, with the heads of its answers
 * @property {number} up bytes of the requests
 */

/** What nginx says that it sent and got. */
export class Wire {
  #at = 0;
  #log;

  /** @param {string} temp where nginx writes */
  constructor(temp) {
    this.#log = join(temp, 'wire.log');
  }

  /** Since it was asked last. @returns {Promise<Traffic>} */
  async since() {
    // A line is written when its answer has gone, which may be after it has come.
    await wait(100);
    const lines = readFileSync(this.#log, 'utf8').split('\n').filter(Boolean);
    const fresh = lines.slice(this.#at).map((line) => line.split(' ').map(Number));
    this.#at = lines.length;
    const sum = (/** @type {number} */ column) => fresh.reduce((total, row) => total + (row[column] ?? 0), 0);
    return { requests: fresh.length, body: sum(0), down: sum(1), up: sum(2) };
  }
}
