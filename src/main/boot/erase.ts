import { type Dirent, lstatSync, readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nowEffects } from '#files/whole-effects.ts';
import { writeWholeNow } from '#files/write-whole.ts';
import { OWN, type Own } from './own-names.ts';

/** What stays where everything of Satchel is deleted. */
export interface Left {
  /** From the home folder, with `/`. */
  readonly path: string;
  /** Nobody of ours made it; it leads to another place, which may be anybody's; the disk did not let it go. */
  readonly why: 'foreign' | 'link' | 'refused';
}

/** The calls that delete; tests count them. None follows a link. */
export interface EraseEffects {
  readonly list: (folder: string) => readonly Dirent[];
  readonly removeFile: (path: string) => void;
  /** With all that is in it. */
  readonly removeFolder: (path: string) => void;
  /** Only when nothing is in it. */
  readonly removeEmpty: (path: string) => void;
}

export const eraseEffects: EraseEffects = {
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  removeFile: unlinkSync,
  removeFolder: (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  removeEmpty: rmdirSync,
};

const MARK = 'erase-asked';

/**
 * Says in the folder that all is to go, before anything does: were it cut off, the next start would bring back from one
 * place what was deleted in another. @throws what the disk said
 */
export const askErase = (folder: string): void => void writeWholeNow(join(folder, MARK), '', { mode: 0o600 });

/** It did not begin. @throws what the disk said */
export function unaskErase(folder: string): void {
  rmSync(join(folder, MARK), { force: true });
  sync(folder);
}

export const isEraseAsked = (folder: string): boolean =>
  lstatSync(join(folder, MARK), { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * Deletes what Satchel made in its home folder, by name, but what is still in use; answers all that will stay in the
 * end. Anything else in the folder is somebody's: it is not touched.
 */
export function eraseHome(folder: string, effects: EraseEffects = eraseEffects): readonly Left[] {
  return sweep(folder, OWN, '', ({ open, last }) => open !== true && last !== true, effects);
}

/** Deletes the rest, and the folder where nothing is left in it. Called as the very last thing. */
export function eraseRest(folder: string, effects: EraseEffects = eraseEffects): void {
  // Windows keeps the files of a process that is ending.
  sweep(folder, OWN, '', ({ last }) => last !== true, effects);
  sync(folder);
  tried(() => effects.removeFile(join(folder, MARK)));
  tried(() => effects.removeEmpty(folder));
}

/**
 * Goes on with what was cut off, at a start that has the folder for itself, before it reads anything there; answers what
 * did not go. Then nothing more is deleted by any start, unless the mark itself is among that.
 */
export function eraseIfAsked(folder: string, effects: EraseEffects = eraseEffects): readonly Left[] {
  if (!isEraseAsked(folder)) return [];
  const left = [
    ...eraseHome(folder, effects),
    ...OWN.flatMap(({ name, inside, open }) => {
      if (open !== true || !Array.isArray(inside)) return [];
      const path = effects.list(folder).find((entry) => entry.isDirectory() && name.test(entry.name))?.name;
      // Chromium has its lock there by now.
      return path === undefined ? [] : sweep(join(folder, path), inside, path, ({ link }) => link !== true, effects);
    }),
  ].filter(({ why }) => why === 'refused');
  sync(folder);
  if (!tried(() => effects.removeFile(join(folder, MARK)))) return [...left, { path: MARK, why: 'refused' }];
  sync(folder);
  return left;
}

/** Makes what was deleted in a folder last, as far as the system can. */
const sync = (folder: string): void => void tried(() => nowEffects.syncFolder(folder));

/** @param now whether a name is deleted already, with all that is in it; else it is only looked at */
function sweep(
  folder: string,
  owns: readonly Own[],
  above: string,
  now: (own: Own) => boolean,
  effects: EraseEffects,
): readonly Left[] {
  let entries: readonly Dirent[] = [];
  const listed = tried(() => {
    entries = effects.list(folder);
  });
  if (!listed) return above === '' ? [] : [{ path: above, why: 'refused' }];
  return entries.flatMap((entry): readonly Left[] => {
    const path = above === '' ? entry.name : `${above}/${entry.name}`;
    const own = owns.find(({ name }) => name.test(entry.name));
    if (own === undefined) return [{ path, why: 'foreign' }];
    const at = join(folder, entry.name);
    if (entry.isSymbolicLink() && own.link) return removed(path, () => now(own) && effects.removeFile(at));
    if (entry.isSymbolicLink()) return [{ path, why: 'link' }];
    if (own.inside === undefined)
      return entry.isFile() ? removed(path, () => now(own) && effects.removeFile(at)) : [{ path, why: 'foreign' }];
    if (!entry.isDirectory()) return [{ path, why: 'foreign' }];
    if (own.inside === 'all') return removed(path, () => now(own) && effects.removeFolder(at));
    const left = sweep(at, own.inside, path, () => now(own), effects);
    return left.length > 0 ? left : removed(path, () => now(own) && effects.removeEmpty(at));
  });
}

const removed = (path: string, remove: () => void): readonly Left[] =>
  tried(remove) ? [] : [{ path, why: 'refused' }];

function tried(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
