import { config } from 'zod/mini';

// As in `schema.ts`, and for both: they share their settings.
config({ jitless: true });

/**
 * The same schemas in Zod's smaller form, for what a start reads before its window is there: loading the whole takes
 * 16 ms, which everybody would wait for. Named anew piece by piece, so that what nobody uses is left out.
 */
export * as z from 'zod/mini';
