import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may happen to the files of Chromium's store between two starts. */
export const DAMAGES = [
  'truncate the log to half',
  'flip bytes in the log',
  'zero the head of the log',
  'delete the manifest',
  'truncate every file to half',
  'zero the head of every file',
  'rename the folder',
  'delete the folder',
] as const;
export type Damage = (typeof DAMAGES)[number];

const MODES = { 'truncate the log to half': 0, 'flip bytes in the log': 0, 'zero the head of the log': 0 };

/** Damages the store of notes in a profile; the app must not be running. */
export function damageStore(home: string, damage: Damage): void {
  const folder = join(home, 'profile/IndexedDB');
  if (damage === 'delete the folder') {
    rmSync(folder, { recursive: true });
    return;
  }
  if (damage === 'rename the folder') {
    rmSync(`${folder}-else`, { recursive: true, force: true });
    renameSync(folder, `${folder}-else`);
    return;
  }
  const store = join(folder, readdirSync(folder).find((name) => name.endsWith('.leveldb')) ?? '');
  const files = readdirSync(store)
    .map((name) => join(store, name))
    .filter((path) => statSync(path).size > 0 && !/LOCK$|LOG(\.old)?$/.test(path))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  if (damage === 'delete the manifest') {
    for (const path of files.filter((name) => /MANIFEST/.test(name))) rmSync(path);
    return;
  }
  const hit = damage in MODES ? files.filter((name) => name.endsWith('.log')).slice(0, 1) : files;
  for (const path of hit) write(path, damage);
}

function write(path: string, damage: Damage): void {
  const bytes = readFileSync(path);
  if (damage.startsWith('truncate')) {
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
    return;
  }
  if (damage.startsWith('flip')) {
    for (let at = 0; at < 64; at++) bytes[(bytes.length >> 1) + at] = 255 ^ (bytes[(bytes.length >> 1) + at] ?? 0);
  } else bytes.fill(0, 0, Math.min(64, bytes.length));
  writeFileSync(path, bytes);
}
