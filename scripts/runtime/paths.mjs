import { fileURLToPath } from 'node:url';

/** The checkout, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
/** What scripts fetch or make for themselves; safe to delete. */
export const CACHE = `${ROOT}/.cache`;
export const OUT = `${ROOT}/out`;
export const PACKS = `${ROOT}/resources/packs`;
/** Which packs the app is built with, by id and hash: `{ id, manifest }[]`. */
export const STARTER_PINS = `${OUT}/starter-pins.json`;
