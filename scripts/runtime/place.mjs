import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { OUT, PACKS, ROOT } from './paths.mjs';
import { mayRead, PERSON_FOLDER } from './person.mjs';
import { succeeds } from './run.mjs';

/** What the app needs at run time. */
const BUILT = ['out/main', 'out/preload', 'out/reader', 'out/renderer', 'resources/packs', 'resources/trust'];

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
  const own = join(PERSON_FOLDER, createHash('sha256').update(ROOT).digest('hex').slice(0, 12));
  mkdirSync(own, { recursive: true });
  let app = ROOT;
  let { program } = runtime;
  const needed = [`${ROOT}/package.json`, `${OUT}/main/index.js`, `${OUT}/preload/index.cjs`, PACKS];
  if (!needed.every((path) => !existsSync(path) || mayRead(person, path))) {
    // Named by what is in it: windows that run from an earlier build keep theirs.
    app = join(own, `app-${fingerprint(['package.json', ...BUILT]).slice(0, 12)}`);
    if (!existsSync(app)) whole(app, copyApp);
  }
  if (!mayRead(person, program) || !mayRead(person, `${runtime.folder}/icudtl.dat`)) {
    const folder = join(own, basename(runtime.folder));
    if (!existsSync(folder)) whole(folder, (part) => cpSync(runtime.folder, part, { recursive: true }));
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
  mkdirSync(to, { recursive: true });
  for (const part of ['package.json', ...BUILT]) {
    if (existsSync(`${ROOT}/${part}`)) cpSync(`${ROOT}/${part}`, join(to, part), { recursive: true });
  }
}

/**
 * Makes a folder that everyone may read under another name first, so that a stopped one is not taken for finished and
 * two that are made at once do not meet.
 * @param {string} folder
 * @param {(part: string) => void} make
 */
function whole(folder, make) {
  const part = `${folder}.${process.pid}`;
  make(part);
  openToAll(part);
  if (existsSync(folder)) rmSync(part, { recursive: true });
  else renameSync(part, folder);
}

/**
 * Lets every user read a file or a folder.
 * @param {string} path
 */
export const openToAll = (path) => succeeds('chmod', ['-R', 'a+rX', path]);
