import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { OUT, PACKS, ROOT } from './paths.mjs';
import { mayRead, PERSON_HOME } from './person.mjs';
import { succeeds } from './run.mjs';

/**
 * @typedef {object} Place
 * @property {string} app the folder to start Electron with
 * @property {string} program
 */

/**
 * Where the built app and the runtime can be read by the user who runs them: the checkout itself, or a copy when it
 * lies in a folder that is closed to that user.
 * @param {import('./electron.mjs').Runtime} runtime
 * @param {import('./person.mjs').Person | null} person
 * @returns {Place}
 */
export function readablePlace(runtime, person) {
  if (!person) return { app: ROOT, program: runtime.program };
  const own = join(PERSON_HOME, createHash('sha256').update(ROOT).digest('hex').slice(0, 12));
  mkdirSync(own, { recursive: true });
  let app = ROOT;
  let { program } = runtime;
  const needed = [`${ROOT}/package.json`, `${OUT}/main/index.js`, `${OUT}/preload/index.cjs`, PACKS];
  if (!needed.every((path) => !existsSync(path) || mayRead(person, path))) {
    app = join(own, 'app');
    copyApp(app);
  }
  if (!mayRead(person, program) || !mayRead(person, `${runtime.folder}/icudtl.dat`)) {
    const folder = join(own, `electron-${runtime.version}`);
    if (!existsSync(folder)) copyTree(runtime.folder, folder);
    program = join(folder, relative(runtime.folder, runtime.program));
  }
  return { app, program: wrapper(own, program, person) };
}

/**
 * One file to start, as tools that launch Electron want it: it becomes the user and then Electron, with the same
 * process id, streams and arguments.
 * @param {string} folder
 * @param {string} program
 * @param {import('./person.mjs').Person} person
 */
function wrapper(folder, program, person) {
  const file = join(folder, 'electron-as-user.sh');
  const text = `#!/bin/sh\nexec ${person.prefix.join(' ')} "${program}" "$@"\n`;
  const part = `${file}.${process.pid}`;
  writeFileSync(part, text);
  chmodSync(part, 0o755);
  renameSync(part, file);
  return file;
}

/** @param {string} to */
function copyApp(to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(`${ROOT}/package.json`, join(to, 'package.json'));
  for (const part of ['main', 'preload', 'renderer']) {
    if (existsSync(`${OUT}/${part}`)) cpSync(`${OUT}/${part}`, join(to, 'out', part), { recursive: true });
  }
  if (existsSync(PACKS)) cpSync(PACKS, join(to, 'resources/packs'), { recursive: true });
  openToAll(to);
}

/**
 * A whole copy that everyone may read, made under another name so that a stopped one is not taken for finished.
 * @param {string} from
 * @param {string} to
 */
function copyTree(from, to) {
  const part = `${to}.${process.pid}`;
  cpSync(from, part, { recursive: true });
  openToAll(part);
  if (existsSync(to)) rmSync(part, { recursive: true });
  else renameSync(part, to);
}

/**
 * Lets every user read a file or a folder.
 * @param {string} path
 */
export const openToAll = (path) => succeeds('chmod', ['-R', 'a+rX', path]);
