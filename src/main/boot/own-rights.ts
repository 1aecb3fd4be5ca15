import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';
import { OWN } from './own-names.ts';

/**
 * What we make in the home is for this person's eyes only. Earlier versions left some of it to the system's usual
 * rights: that is put right. The home folder itself too, unless it holds what is not ours.
 */
export function keepPrivate({ folder }: Pick<Home, 'folder'>): void {
  if (process.platform === 'win32') return;
  try {
    const names = readdirSync(folder);
    const ours = names.filter((name) => OWN.some((own) => own.name.test(name)));
    for (const name of ours) narrow(join(folder, name));
    for (const name of ['satchel.log', 'satchel.log.old']) narrow(join(folder, 'logs', name));
    if (ours.length === names.length) narrow(folder);
  } catch {
    // Rights that the system keeps to itself are no reason not to start.
  }
}

function narrow(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() && (stat.mode & 0o077) !== 0) chmodSync(path, stat.mode & 0o700);
  if (stat?.isFile() && (stat.mode & 0o077) !== 0) chmodSync(path, stat.mode & 0o600);
}
