import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, errors } from 'playwright-core';
import { startDisplay } from './display.mjs';
import { appPerson } from './person.mjs';
import { readablePlace } from './place.mjs';

/**
 * @typedef {object} Bench what a launch needs and many launches share
 * @property {import('./person.mjs').Person | null} person
 * @property {import('./place.mjs').Place} place
 * @property {import('./display.mjs').Display} display
 */

/**
 * Readies a virtual display and the place of the built app.
 * @param {import('./electron.mjs').Runtime} runtime
 * @returns {Promise<Bench>}
 */
export async function openBench(runtime) {
  const person = await appPerson();
  return { person, place: readablePlace(runtime, person), display: await startDisplay(person) };
}

/** Folders made here; they go when the process ends. */
const made = /** @type {Set<string>} */ (new Set());
process.on('exit', () => made.forEach(removeFolder));

/**
 * A new folder that the app's user owns, for as long as this process lives.
 * @param {import('./person.mjs').Person | null} person
 * @param {string} name
 */
export function ownFolder(person, name) {
  const folder = mkdtempSync(join(tmpdir(), `satchel-${name}-`));
  made.add(folder);
  if (person) chownSync(folder, person.uid, person.gid);
  return folder;
}

/**
 * Writes a file that the app's user owns.
 * @param {import('./person.mjs').Person | null} person
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function ownFile(person, path, content) {
  writeFileSync(path, content);
  if (person) chownSync(path, person.uid, person.gid);
}

/**
 * @typedef {object} LaunchOptions
 * @property {string} home value of `SATCHEL_HOME`
 * @property {readonly string[]} [args] words after the app's folder
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [app] another app's folder than Satchel
 */

/** A start that takes longer than this many milliseconds is stuck. */
const STUCK = 25_000;

/**
 * Starts the built app under Playwright with Chromium's sandbox on. Playwright now and then misses the first page of an
 * app that is quick to open it, and waits for ever: the launcher waits for it, where it is ours, and a start that is
 * stuck all the same is tried again.
 * @param {Bench} bench
 * @param {LaunchOptions} options
 */
export async function launch({ person, place, display }, { home, args = [], env = {}, app = place.app }) {
  mkdirSync(home, { recursive: true });
  const start = () =>
    _electron.launch({
      executablePath: place.program,
      args: ['--wait-for-driver', app, ...args],
      chromiumSandbox: true,
      cwd: person?.home ?? home,
      timeout: STUCK,
      env: {
        ...inherited(),
        ...(person ? { HOME: person.home, USER: 'satchel-test', LOGNAME: 'satchel-test' } : {}),
        ...display.env,
        SATCHEL_HOME: home,
        // Without it the app refuses the ports that it is driven by.
        SATCHEL_TEST_START: 'driven by a test',
        ...env,
      },
    });
  return start().catch((error) => {
    if (error instanceof errors.TimeoutError) return start();
    throw error;
  });
}

/** The caller's environment without what belongs to its own user or session. */
function inherited() {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(XDG_|DBUS_|WAYLAND_|XAUTHORITY$|ELECTRON_|NODE_OPTIONS$|SATCHEL_)/.test(name))
      kept[name] = value;
  }
  return kept;
}

/** An app that takes longer than this many milliseconds to end hangs. */
const HANGS = 15_000;

/**
 * Quits an app. Electron now and then hangs while it ends; then it is killed with all its processes, and that is said.
 * @param {import('playwright-core').ElectronApplication} app
 */
export async function end(app) {
  const timer = setTimeout(() => kill(app, `had not ended ${HANGS / 1000} s after it was asked to`), HANGS);
  await app.close().finally(() => clearTimeout(timer));
}

/**
 * Kills an app with all its processes, and says why. What waits for an answer of it fails then.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} why
 */
export function kill(app, why) {
  const pid = Number(app.process().pid);
  console.warn(`Killed: the app (process ${pid}) ${why}.`);
  // A group of its own, which Playwright makes everywhere but on Windows.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

/** @param {string} folder */
export function removeFolder(folder) {
  // What has just been ended may still be writing its last file.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
