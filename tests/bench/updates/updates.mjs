import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/runtime/paths.mjs';
import { tool } from '../corpus-pack.mjs';
import { quantile } from '../median.mjs';
import { folderFor } from '../own-folders.mjs';
import { loadClient } from './bundle.mjs';
import { historiesIn, layOut, monthEnds } from './history.mjs';
import { pollRate } from './poll-rate.mjs';
import { Publisher } from './publisher.mjs';
import { Wire } from './wire.mjs';

const MONTHS = 13;
const PACKS = 12;
const CORPUS = join(ROOT, '../shared/corpora/18f-guides/files');

/** @typedef {import('../../../scripts/bench.mjs').Figure} Figure */

/**
 * What an update costs on the wire: a year of a real site, one word, no news; how long twelve packs take to verify; how
 * many polls a second nginx answers. Published by the editors' tool, served by nginx, followed by the code of the app.
 * @param {number} runs
 * @param {string | undefined} histories the folder of the Git directories
 * @returns {Promise<Figure[]>}
 */
export async function benchUpdates(runs, histories) {
  if (spawnSync('nginx', ['-v']).error) {
    console.log('skipped: nginx is not here');
    return [];
  }
  const client = await loadClient();
  /** @type {Figure[]} */
  const figures = [];
  for (const history of historiesIn(histories)) figures.push(...(await year(client, history)));
  figures.push(...(await oneWord(client)), ...(await manyPacks(client, runs)));
  return figures;
}

/**
 * @param {typeof import('./client.ts')} client
 * @param {import('./history.mjs').History} history
 * @returns {Promise<Figure[]>}
 */
async function year(client, history) {
  const { name, git } = history;
  const folder = folderFor('year');
  const publisher = new Publisher(folder);
  /** @type {{ share: number, ofWords: number, down: number, requests: number }[]} */
  const months = [];
  /** @type {Awaited<ReturnType<typeof follow>> | undefined} */
  let followed;
  for (const [at, { day, commit }] of monthEnds(git, MONTHS).entries()) {
    const tree = join(folder, `tree-${at}`);
    layOut(history, commit, tree);
    const source = join(folder, `pack-${at}`);
    tool(['adopt', tree, '--id', 'bench-year', '--title', name, '--created', day, '--out', source]);
    const { full, words, delta } = publisher.publish(source, at + 1);
    followed ??= await follow(client, publisher, folder);
    const { down, requests } = await followed.update('bench-year', at + 1);
    const ofWords = down / words;
    const share = down / full;
    const shown = at === 0 ? 'all of it' : `${percent(share)}, of its words alone ${percent(ofWords)}, delta ${delta}`;
    console.log(`${name} ${day} ${commit.slice(0, 8)}: ${requests} requests, ${down} bytes of ${full}: ${shown}`);
    if (at > 0) months.push({ share, ofWords, down, requests });
  }
  await followed?.close();
  const all = (/** @type {'share' | 'ofWords' | 'down' | 'requests'} */ key) => months.map((month) => month[key]);
  const figure = (/** @type {string} */ which, /** @type {number} */ target, /** @type {number} */ at) => ({
    name: `month ÷ pack, ${which}: ${name}`,
    unit: '×',
    value: quantile(all('share'), at),
    target,
    parts: {
      kB: quantile(all('down'), at) / 1_000,
      '% of its words alone': quantile(all('ofWords'), at) * 100,
      requests: quantile(all('requests'), at),
    },
  });
  return [figure('median', 0.15, 0.5), figure('worst', 0.3, 1)];
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/** One word more on a small, a middling and a large page. @param {typeof import('./client.ts')} client @returns {Promise<Figure[]>} */
async function oneWord(client) {
  const folder = folderFor('word');
  const source = join(folder, 'pack');
  if (existsSync(CORPUS)) tool(['adopt', CORPUS, '--id', 'bench-word', '--title', 'One word', '--out', source]);
  else {
    console.log('skipped: ../shared/corpora/18f-guides is not here; a starter pack is measured instead');
    cpSync(join(ROOT, 'content/engage-early'), source, { recursive: true });
    const yaml = join(source, 'pack.yaml');
    writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(/^id:.*$/m, 'id: bench-word'));
  }
  const publisher = new Publisher(folder);
  publisher.publish(source, 1);
  const followed = await follow(client, publisher, folder);
  await followed.update('bench-word', 1);
  const pages = readdirSync(join(source, 'pages'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => readFileSync(a).length - readFileSync(b).length);
  /** @type {Figure[]} */
  const figures = [];
  let release = 1;
  for (const [name, share] of /** @type {const} */ ([
    ['a small page', 0.1],
    ['a middling page', 0.5],
    ['the largest page', 1],
  ])) {
    const page = pages[Math.round((pages.length - 1) * share)] ?? '';
    writeFileSync(page, `${readFileSync(page, 'utf8').trimEnd()} Word.\n`);
    release += 1;
    const before = new Set(blobsIn(publisher.repo));
    publisher.publish(source, release);
    const fresh = blobsIn(publisher.repo).filter((blob) => !before.has(blob));
    const compressed = fresh.reduce((sum, blob) => sum + readFileSync(blob).length, 0);
    const { down, up, requests } = await followed.update('bench-word', release);
    figures.push({
      name: `one word on ${name}`,
      unit: 'kB',
      value: down / 1_000,
      target: (3 * compressed + 3 * 1024) / 1_000,
      parts: { 'page, compressed, kB': compressed / 1_000, requests, 'asked with, kB': up / 1_000 },
    });
    if (fresh.length !== 1) throw new Error(`One page changed, and ${fresh.length} files are new`);
  }
  const poll = await followed.poll();
  figures.push(
    {
      name: 'a poll without news',
      unit: 'rq',
      value: poll.requests,
      target: 2,
      parts: { down: poll.down, up: poll.up },
    },
    { name: 'a poll without news, bodies', unit: 'B', value: poll.body, target: 0, parts: {} },
  );
  await followed.close();
  return figures;
}

/** @param {string} repo */
const blobsIn = (repo) =>
  readdirSync(join(repo, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** @param {typeof import('./client.ts')} client @param {number} runs @returns {Promise<Figure[]>} */
async function manyPacks(client, runs) {
  const folder = folderFor('packs');
  const publisher = new Publisher(folder);
  for (let at = 1; at <= PACKS; at += 1) {
    const source = join(folder, `pack-${at}`);
    mkdirSync(join(source, 'pages'), { recursive: true });
    writeFileSync(join(source, 'pack.yaml'), packOf(at));
    writeFileSync(
      join(source, 'pages/page.md'),
      `---\nid: page-${at}\ntitle: Page ${at}\nsummary: One.\n---\n\nWords.\n`,
    );
    publisher.publish(source, 1);
  }
  const temp = join(folder, 'server');
  const server = await client.serveFolder(publisher.repo, temp);
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const again = [];
  for (let run = 0; run <= runs; run += 1) {
    const home = join(folder, `home-${run}`);
    const whole = await client.verify(home, publisher.root, server.address);
    const poll = await client.verify(home, publisher.root, server.address);
    if (whole.packs !== PACKS) throw new Error(`${whole.packs} packs instead of ${PACKS}`);
    if (run === 0) continue; // It loads the code.
    first.push(whole.ms);
    again.push(poll.ms);
  }
  const kept = await pollRate(server.address, folder, { keep: true });
  const anew = await pollRate(server.address, folder, { keep: false });
  await server.close();
  const parts = { worst: Math.max(...first), 'a poll without news': quantile(again) };
  const rates = { 'one connection a request': anew };
  return [
    { name: `verification of ${PACKS} packs`, unit: 'ms', value: quantile(first), target: 200, parts },
    { name: 'nginx, requests of polls a second', unit: '/s', value: kept, parts: rates },
  ];
}

/** @param {number} at */
const packOf = (at) => `id: bench-pack-${at}
title: Pack ${at}
version: "1"
release: 1
publisher: Bench
language: en-GB
licence: CC0-1.0
marking: OFFICIAL
created: 2026-11-23
`;

/**
 * A laptop that follows a repository, and what each of its steps costs on the wire.
 * @param {typeof import('./client.ts')} client
 * @param {Publisher} publisher
 * @param {string} folder
 */
async function follow(client, publisher, folder) {
  const temp = join(folder, 'server');
  const server = await client.serveFolder(publisher.repo, temp);
  const wire = new Wire(temp);
  await wire.since();
  const laptop = await client.openLaptop(join(folder, 'home'), publisher.root, server.address);
  return {
    /** @param {string} pack @param {number} release */
    update: async (pack, release) => {
      const got = await laptop.update(pack);
      if (got !== release) throw new Error(`Release ${got} instead of ${release}`);
      return wire.since();
    },
    poll: async () => {
      await wire.since();
      await laptop.poll();
      return wire.since();
    },
    close: () => server.close(),
  };
}
