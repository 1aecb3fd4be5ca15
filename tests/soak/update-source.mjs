import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OUT, ROOT } from '../../scripts/runtime/paths.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { tool } from '../bench/corpus-pack.mjs';

/** A pack whose every page changes with each release. */
export const PACK = 'soak-engage';
/** Pages beside those of the starter, so that an update takes long enough to be ended inside. */
const MORE_PAGES = 32;

/**
 * @typedef {object} Release as the source signed it
 * @property {number} release
 * @property {string} hash of its manifest
 * @property {readonly { kind: string, sha256: string, page?: string }[]} files
 */

/**
 * Makes the keys and gives what publishes release after release, each with other words on every page: `make` signs the
 * next one where no laptop looks, `lay` puts it where they do.
 * @param {string} folder
 */
export function publisher(folder) {
  const [repo = '', work = '', keys = '', source = '', trust = ''] = ['repo', 'work', 'keys', 'source', 'trust'].map(
    (name) => join(folder, name),
  );
  tool(['keys', 'init', keys, '--publisher', 'soak']);
  cpSync(join(ROOT, 'content/engage-early'), source, { recursive: true });
  const pages = join(source, 'pages');
  for (let number = 1; number <= MORE_PAGES; number += 1) writeFileSync(join(pages, `walk-${number}.md`), page(number));
  const before = new Map(readdirSync(pages).map((name) => [name, readFileSync(join(pages, name), 'utf8')]));
  const yaml = readFileSync(join(source, 'pack.yaml'), 'utf8').replace(/^id: .*$/m, `id: ${PACK}`);
  const make = async (/** @type {number} */ release) => {
    for (const [name, text] of before) writeFileSync(join(pages, name), `${text}\nWords of release ${release}.\n`);
    writeFileSync(
      join(source, 'pack.yaml'),
      yaml.replace(/^release:.*$/m, `release: ${release}`).replace(/^version:.*$/m, `version: "${release}"`),
    );
    const words = ['release', source, '--repo', work, '--keys', keys];
    await promisify(execFile)(process.execPath, [join(OUT, 'tool/satchel.js'), ...words]);
    return signed(work, release);
  };
  const lay = () => {
    cpSync(work, repo, { recursive: true });
    if (!existsSync(trust)) {
      mkdirSync(trust);
      writeFileSync(join(trust, 'soak.root.json'), readFileSync(join(repo, 'metadata/1.root.json')));
    }
    // Keys that others may read are none that the tool signs with.
    for (const open of [repo, trust]) openToAll(open);
  };
  return { make, lay };
}

/** @param {number} number */
function page(number) {
  const words = Array.from({ length: 300 }, (_, at) => `step ${number * 7 + at} along the pier`).join(', ');
  return `---\nid: walk-${number}\ntitle: Walk ${number} along the pier\nsummary: Where walk ${number} leads.\n---\n\n## The way\n\n${words}.\n`;
}

/** @param {string} repo @param {number} release @returns {Release} */
function signed(repo, release) {
  const folder = join(repo, 'targets/packs', PACK);
  for (const name of readdirSync(folder)) {
    const manifest = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (manifest.release === release) return { release, hash: name.slice(0, 64), files: manifest.files };
  }
  throw new Error(`Release ${release} was not published.`);
}

/** One source, as a person added it. @param {string} folder */
export function sourcesOf(folder) {
  const source = {
    id: randomUUID(),
    kind: 'folder',
    where: join(folder, 'repo'),
    setBy: 'person',
    root: rootOf(folder),
  };
  return JSON.stringify({ format: 1, servers: false, sources: [source] });
}

/** @param {string} folder */
const rootOf = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'trust/soak.root.json')))
    .digest('hex');

/**
 * What a laptop remembers of the source, as numbers that may only rise: `null` for a file that is not whole.
 * @param {string} home
 * @param {string} folder
 * @returns {Record<string, number> | null}
 */
export function remembered(home, folder) {
  const root = rootOf(folder);
  const floor = summed(join(home, 'trust/floors', `${root}.json`));
  const state = summed(join(home, 'trust', root, 'trusted.json'));
  if (floor === null || state === null) return null;
  const versionIn = (/** @type {string} */ name) => JSON.parse(state.files[name]).signed.version;
  return {
    root: floor.root,
    timestamp: floor.timestamp.version,
    snapshot: floor.snapshot.version,
    ...Object.fromEntries(Object.entries(floor.roles).map(([role, version]) => [`role ${role}`, Number(version)])),
    ...Object.fromEntries(
      Object.entries(floor.releases).map(([path, { release }]) => [`release ${path}`, Number(release)]),
    ),
    'root of the state': versionIn('root.json'),
    'timestamp of the state': versionIn('timestamp.json'),
    'snapshot of the state': versionIn('snapshot.json'),
    time: Date.parse(floor.time),
  };
}

/** @param {string} path @returns {any} */
function summed(path) {
  if (!existsSync(path)) return null;
  const [, sum, json = ''] = /^([0-9a-f]{64})\n(.*)\n$/s.exec(readFileSync(path, 'utf8')) ?? [];
  return createHash('sha256').update(json).digest('hex') === sum ? JSON.parse(json) : null;
}
