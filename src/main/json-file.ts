import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file system calls that a JSON file is made of; tests count and break them. */
export interface FileEffects {
  read(path: string): string;
  /** Writes, and returns only when the disk has the bytes. */
  writeDurably(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Makes a rename in a folder last. */
  syncFolder(path: string): void;
}

export const fileEffects: FileEffects = {
  read: (path) => readFileSync(path, 'utf8'),
  writeDurably(path, text) {
    const file = openSync(path, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  syncFolder(path) {
    // Windows cannot open a folder and needs no such call.
    if (process.platform === 'win32') return;
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },
};

/** What a JSON file holds, or `undefined` when it is absent, unreadable or not JSON. */
export function readJson(path: string, effects: FileEffects = fileEffects): unknown {
  try {
    return JSON.parse(effects.read(path));
  } catch {
    return undefined;
  }
}

/** Replaces a JSON file: after a power cut at any moment it is the old one or the new one, whole. */
export function writeJson(path: string, value: unknown, effects: FileEffects = fileEffects): void {
  const part = `${path}.part`;
  effects.writeDurably(part, `${JSON.stringify(value, null, 2)}\n`);
  effects.rename(part, path);
  effects.syncFolder(dirname(path));
}
