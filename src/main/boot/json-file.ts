import { readRegularNow } from '#files/regular-file.ts';
import { writeWholeNow } from '#files/write-whole.ts';

/** How a small file of ours is read and written; tests keep it in memory and break it. */
export interface FileEffects {
  read(path: string): string;
  /** Whole or not at all; the disk has it when this returns. @throws what the disk said */
  write(path: string, text: string): void;
}

export const fileEffects: FileEffects = {
  read: (path) => readRegularNow(path, LARGEST).toString('utf8'),
  write: (path, text) => void writeWholeNow(path, text, { mode: 0o600 }),
};

/** For a home that nothing may be written to: what would be written is forgotten. */
export const readingEffects: FileEffects = { ...fileEffects, write: () => undefined };

/** Bytes of the largest that is read. Ours have a few hundred. */
const LARGEST = 4 * 1024 * 1024;

/** What a JSON file holds, or `undefined` when it is absent, unreadable, no file or not JSON. */
export function readJson(path: string, effects: FileEffects = fileEffects): unknown {
  try {
    // Some editors put a mark before the text.
    return JSON.parse(effects.read(path).replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Replaces a JSON file: after a power cut at any moment it is the old one or the new one, whole. */
export function writeJson(path: string, value: unknown, effects: FileEffects = fileEffects): void {
  effects.write(path, `${JSON.stringify(value, null, 2)}\n`);
}
