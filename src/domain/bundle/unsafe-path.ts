import { type AllowedName, unsafeName } from '../archive/unsafe-name.ts';

/**
 * Other programs made the names in a bundle, on other systems, and people open what these made. Nothing is unpacked
 * under such a name: Satchel makes one of its own where a file is saved.
 */
export const NAMES_OF_OTHERS: readonly AllowedName[] = [
  // eLabFTW writes `a//b`, and RO-Crate's own tools `./a`.
  'untidy',
  // Files that are called as they were on a Mac or on Linux: `10:30 ~draft?.txt`, `aux`, `Notes etc.`.
  'tilde',
  'sign',
  'ending',
  'device',
  // Pictures of people and some scripts need them.
  'joiner',
];

/** A path inside a bundle that leads out of it, or that hides what it is. */
export const isUnsafePath = (path: string): boolean => unsafeName(path, NAMES_OF_OTHERS) !== null;
