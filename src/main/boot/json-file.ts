import { existsSync, renameSync } from 'node:fs';
import { readRegularNow } from '#files/regular-file.ts';
import { writeWholeNow } from '#files/write-whole.ts';

/** How a small file of ours is read and written; tests keep it in memory and break it. */
export interface FileEffects {
  read(path: string): string;
  /** Whole or not at all; the disk has it when this returns. @throws what the disk said */
  write(path: string, text: string): void;
  /** Moves it out of the way, under a name that is free. @throws what the disk said */
  putAside(path: string): void;
}

export const fileEffects: FileEffects = {
  read: (path) => readRegularNow(path, LARGEST).toString('utf8'),
  write: (path, text) => void writeWholeNow(path, text, { mode: 0o600 }),
  putAside: (path) => {
    let number = 1;
    while (existsSync(asideName(path, number))) number += 1;
    renameSync(path, asideName(path, number));
  },
};

/** `sources.json` → `sources.aside-1.json` */
const asideName = (path: string, number: number): string => path.replace(/\.json$/, `.aside-${number}.json`);

/** For a home that nothing may be written to: what would be written is forgotten. */
export const readingEffects: FileEffects = {
  ...fileEffects,
  write: () => undefined,
  putAside: () => undefined,
};

/** Bytes of the largest that is read. Ours have a few hundred. */
const LARGEST = 32 * 1024 * 1024;

/** A JSON file with what a person set up: none of it is written over that was not read. */
export interface JsonFile {
  /** What it holds; `undefined` where it is absent or cannot be read. */
  readonly found: unknown;
  /** Whether something stands there that cannot be read. */
  isUnread(): boolean;
  /** What was found is nothing that is understood. */
  mistrust(): void;
  /** Replaces it; what could not be read is put aside first, and stays there. @throws what the disk said */
  write(value: unknown): void;
}

export function openJson(path: string, effects: FileEffects = fileEffects): JsonFile {
  let isUnread = false;
  let found: unknown;
  try {
    found = parsed(effects.read(path));
  } catch (error) {
    isUnread = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
  return {
    found,
    isUnread: () => isUnread,
    mistrust: () => {
      isUnread = true;
    },
    write(value) {
      if (isUnread) effects.putAside(path);
      isUnread = false;
      writeJson(path, value, effects);
    },
  };
}

// Some editors put a mark before the text.
const parsed = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/, ''));

/** What a JSON file holds, or `undefined` when it is absent, unreadable, no file or not JSON. */
export function readJson(path: string, effects: FileEffects = fileEffects): unknown {
  try {
    return parsed(effects.read(path));
  } catch {
    return undefined;
  }
}

/** Replaces a JSON file: after a power cut at any moment it is the old one or the new one, whole. */
export function writeJson(path: string, value: unknown, effects: FileEffects = fileEffects): void {
  effects.write(path, jsonText(value));
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
