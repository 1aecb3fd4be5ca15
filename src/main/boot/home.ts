import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { App } from 'electron';
import type { HeldBy } from '#domain/held-by.ts';
import { heldElsewhere } from './holder.ts';
import { isMarkedOpen } from './open-mark.ts';
import { readingPlace } from './reading-place.ts';
import { StartRefused } from './start-refused.ts';

/** Where everything lies that the app writes. */
export interface Home {
  /** Our own small files: settings, the window's place. */
  readonly folder: string;
  readonly profile: string;
  readonly logs: string;
  readonly crashes: string;
  /** What a person wrote, kept apart from the profile: journal, pictures and files of notes, snapshots. */
  readonly journal: string;
  readonly files: string;
  readonly snapshots: string;
}

/** A home that stands. */
export interface OpenHome extends Home {
  /**
   * Nothing may be written to it: what Chromium needs lies in a place for this start, and `stored` is the real profile.
   * `heldBy`: who has it open; `null` where this person has no right to write.
   */
  readonly reading: { readonly stored: string; readonly heldBy: HeldBy | null } | null;
}

/**
 * One folder for all. `SATCHEL_HOME` names it; else it is the system's place for local (never roaming) data: a
 * profile that travels between laptops would be damaged on the way.
 */
export function homeFolders(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  usual: () => string,
): Home {
  const local = env.LOCALAPPDATA;
  const folder = env.SATCHEL_HOME || (platform === 'win32' && local ? join(local, 'Satchel') : usual());
  return {
    folder,
    profile: join(folder, 'profile'),
    logs: join(folder, 'logs'),
    crashes: join(folder, 'crashes'),
    journal: join(folder, 'journal'),
    files: join(folder, 'files'),
    snapshots: join(folder, 'snapshots'),
  };
}

/** The calls that ready a home; tests break them. */
interface HomeEffects {
  /** Makes a folder, for this person only, and those above it. */
  readonly makeFolder: (path: string) => void;
  readonly isFolder: (path: string) => boolean;
  readonly demandWritable: (path: string) => void;
}

const homeEffects: HomeEffects = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true, mode: 0o700 }),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  demandWritable: (path) => accessSync(path, constants.W_OK | constants.X_OK),
};

const NOT_OURS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

/**
 * Whether the home can be written to, its folders made.
 *
 * @throws StartRefused where something else stands in the place of a folder that nothing works without
 */
function isWritable(home: Home, effects: HomeEffects = homeEffects): boolean {
  let writable = true;
  for (const folder of [home.folder, home.profile, home.logs, home.crashes]) {
    try {
      effects.makeFolder(folder);
      if (!effects.isFolder(folder)) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
      effects.demandWritable(folder);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // Without these two a start goes on all the same.
      if (folder === home.logs || folder === home.crashes) continue;
      if (!NOT_OURS.has(code))
        throw new StartRefused('main.blocked.fact', 'main.blocked.more', {
          name: folder === home.folder ? folder : basename(folder),
          folder: home.folder,
        });
      writable = false;
    }
  }
  return writable;
}

/** Readies the folders and tells Electron; must come before anything reads a path. @throws StartRefused */
export function moveHome(app: App): OpenHome {
  const folders = homeFolders(process.env, process.platform, () => join(app.getPath('appData'), 'satchel'));
  // Gone while it was in use: made anew it would be in the way of the one that has words for it.
  if (!homeEffects.isFolder(folders.profile) && isMarkedOpen(folders.folder))
    throw new StartRefused('main.away.fact', 'main.away.more', { folder: folders.folder });
  const writable = isWritable(folders);
  const heldBy = writable ? heldElsewhere(folders.folder) : null;
  const home: OpenHome =
    writable && heldBy === null
      ? { ...folders, reading: null }
      : { ...folders, ...readingPlace(), reading: { stored: folders.profile, heldBy } };
  app.setPath('userData', home.profile);
  app.setPath('sessionData', home.profile);
  app.setPath('crashDumps', home.crashes);
  app.setAppLogsPath(home.logs);
  return home;
}
