// Run by a Node of its own: checks a source and is killed at one call of the file system, by its number.
// killed-check.mjs REPOSITORY HOME ROOT NUMBER, with 0 for none; prints how many calls there were.

import fs from 'node:fs';
import { argv } from 'node:process';
import { type HalfFile, nowEffects, type WholeEffects } from '#files/whole-effects.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { checkSource, trustEffects } from '#pack/trust/check-source.ts';

const [, , repository = '', home = '', root = '', number = '0'] = argv;

let calls = 0;
/** Before the call: what it would do is not done. Half of what would be written may be. */
function count(half: () => unknown = () => undefined): void {
  calls += 1;
  if (calls !== Number(number)) return;
  half();
  process.kill(process.pid, 'SIGKILL');
}

const file = (its: HalfFile): HalfFile => ({
  write: (bytes) => {
    count(() => its.write(bytes.subarray(0, bytes.length >> 1)));
    return its.write(bytes);
  },
  size: () => its.size(),
  chmod: (mode) => its.chmod(mode),
  sync: () => {
    count();
    return its.sync();
  },
  close: () => {
    count();
    return its.close();
  },
});

const whole: WholeEffects = {
  ...nowEffects,
  create: (path, mode) => {
    count();
    return file(nowEffects.create(path, mode) as HalfFile);
  },
  rename: (from, to) => {
    count();
    return nowEffects.rename(from, to);
  },
  syncFolder: (path) => {
    count();
    return nowEffects.syncFolder(path);
  },
};

// tuf-js writes by itself, in the folder of the run.
const { writeFileSync } = fs;
fs.writeFileSync = (path, data, options) => {
  count(() => writeFileSync(path, String(data).slice(0, 100)));
  writeFileSync(path, data, options);
};

const source = { state: `${home}/source/trusted.json`, floor: `${home}/floor/floor.json`, root: fs.readFileSync(root) };
const checked = await checkSource(
  source,
  folderRepository(repository),
  { now: new Date('2026-12-01T09:00:00Z'), signal: AbortSignal.timeout(20_000) },
  {
    ...trustEffects,
    whole,
    remove: async (path) => {
      count();
      await trustEffects.remove(path);
      count();
    },
  },
);
console.log(JSON.stringify({ calls, ok: checked.ok }));
