/**
 * `npm run soak -- whole` takes every string, corpus, size and look; `npm test` takes a share of them
 * where each costs seconds.
 */
export const WHOLE = process.env.SATCHEL_WHOLE === 'yes';

/** Of a test that `npm test` leaves to it; `scripts/checks/tests.mjs` knows the word. */
export const IN_WHOLE = { tag: '@whole' } as const;
