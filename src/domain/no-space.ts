import type { Problem } from './problem.ts';

const MEGABYTE = 1_000_000;

/** A disk that is full. @param bytes what did not fit; said as megabytes, as every size is */
export const noSpace = (bytes: number): Problem => ({
  code: 'no-space',
  needed: Math.max(1, Math.ceil(bytes / MEGABYTE)),
});
