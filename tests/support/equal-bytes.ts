// Loaded before every unit test: bytes are compared as bytes. `expect` by itself goes through them one at a time, by
// name, which takes seconds for a file of a megabyte.
import { expect } from 'vitest';

expect.addEqualityTesters([
  (one: unknown, other: unknown): boolean | undefined => {
    if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return undefined;
    return one.constructor === other.constructor && Buffer.compare(one, other) === 0;
  },
]);
