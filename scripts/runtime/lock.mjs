import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CACHE } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Runs work that only one process may do at a time; waits for the other one and takes over from a dead one.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  mkdirSync(CACHE, { recursive: true });
  const file = `${CACHE}/${name}.lock`;
  let told = false;
  while (!take(file)) {
    if (!told) say(`Another process is busy with the ${name}; waiting for it …`);
    told = true;
    await wait(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isAlive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
