import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type HolderEffects, holderEffects } from './holder-effects.ts';

/** The folder for temporary files, and what the system knows of processes; tests keep both in memory. */
export interface OpenMarkEffects extends Pick<HolderEffects, 'self' | 'processOf'> {
  /** Names of folders of this person's. */
  readonly names: () => readonly string[];
  /** Makes an empty folder whose name begins so; its whole name. */
  readonly make: (begins: string) => string;
  readonly remove: (name: string) => void;
}

const openMarkEffects = (within = tmpdir()): OpenMarkEffects => ({
  ...holderEffects(within),
  names: () => readdirSync(within).filter((name) => NAME.test(name) && isOwn(join(within, name))),
  make: (begins) => mkdtempSync(join(within, begins)).slice(within.length + 1),
  remove: (name) => rmdirSync(join(within, name)),
});

/** Another person could make one, to keep this one from starting. */
function isOwn(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.();
}

/** Who began when, and which folder: the name says it all, so that nothing is read. */
const NAME = /^satchel-open-(\d+)-(\d+)-([0-9a-f]{32})-/;

/**
 * Says outside a folder that this start has it open: should the folder go away, another would find nothing and make it
 * anew. Only where the system says when a process began; elsewhere its own lock goes by the folder's name. What takes
 * the mark away again.
 */
export function markOpen(folder: string, effects: OpenMarkEffects = openMarkEffects()): () => void {
  const { pid, started, run } = effects.self();
  let name: string | null = null;
  try {
    if (started !== null) name = effects.make(`satchel-open-${pid}-${started}-${folderIn(run, folder)}-`);
  } catch {
    // Without it a start goes on all the same.
  }
  return () => {
    try {
      if (name !== null) effects.remove(name);
    } catch {
      // The next start that looks removes it.
    }
  };
}

/** Whether a start of this person on this machine has a folder open. What one that was killed left behind goes. */
export function isMarkedOpen(folder: string, effects: OpenMarkEffects = openMarkEffects()): boolean {
  const { run } = effects.self();
  let is = false;
  try {
    for (const name of effects.names()) {
      const [, pid, began, hash] = NAME.exec(name) ?? [];
      const { lives, isOurs, started } = effects.processOf(Number(pid));
      if (lives && isOurs && started === began) is ||= hash === folderIn(run, folder);
      else effects.remove(name);
    }
  } catch {
    // As above.
  }
  return is;
}

/** Where a person keeps things is nobody's business. */
const folderIn = (run: string | null, folder: string): string =>
  createHash('sha256')
    .update(`satchel ${run} ${resolve(folder)}`)
    .digest('hex')
    .slice(0, 32);
