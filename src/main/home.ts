import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

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

/** Makes the folders and tells Electron; must come before anything reads a path. */
export function moveHome(app: App): Home {
  const home = homeFolders(process.env, process.platform, () => join(app.getPath('appData'), 'satchel'));
  for (const folder of [home.profile, home.logs, home.crashes]) mkdirSync(folder, { recursive: true });
  app.setPath('userData', home.profile);
  app.setPath('sessionData', home.profile);
  app.setPath('crashDumps', home.crashes);
  app.setAppLogsPath(home.logs);
  return home;
}
