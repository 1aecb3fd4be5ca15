import { type Dirent, readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * Deletes what Satchel made in its home folder, by name, but what is still in use; answers all that will stay in the
 * end. Anything else in the folder is somebody's: it is not touched.
 */
export function eraseHome(folder: string, effects: EraseEffects = eraseEffects): readonly Left[] {
  return sweep(folder, OWN, '', (own) => own.open !== true, effects);
}

/** Deletes the rest, and the folder where nothing is left in it. Called as the very last thing. */
export function eraseRest(folder: string, effects: EraseEffects = eraseEffects): void {
  // Windows keeps the files of a process that is ending.
  sweep(folder, OWN, '', () => true, effects);
  tried(() => effects.removeEmpty(folder));
}

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
  return entries.flatMap((entry) => {
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
