import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, launch } from '../../scripts/runtime/launch.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { bareApp } from './bare-app.mjs';
import { corpusPack } from './corpus-pack.mjs';
import { handOver } from './hand-over.mjs';
import { quantile } from './median.mjs';
import { newHome } from './own-folders.mjs';
import { openQuiet } from './quiet-app.mjs';

/**
 * Installation of a real pack, from the answer that it may come in to the message that it is installed, against the bare
 * cost of the same rows: read the compressed files, inflate, pass them to a window, write them to IndexedDB.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @param {number} runs
 */
export async function benchInstall(bench, runs) {
  const pack = corpusPack();
  const bare = bareApp(bench);
  const rows = join(pack.folder, 'rows.json');
  writeFileSync(rows, JSON.stringify(rowsOf(pack.folder)));
  openToAll(pack.folder);
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const searchable = [];
  /** @type {number[]} */
  const theirs = [];
  for (let run = 0; run <= runs; run += 1) {
    const satchel = await installed(bench, pack.file);
    const other = await written(bench, bare, rows);
    if (run === 0) continue; // Both warm the disk's cache.
    ours.push(satchel.installed);
    searchable.push(satchel.searchable);
    theirs.push(other);
  }
  const [ms, bareMs] = [quantile(ours), quantile(theirs)];
  return [
    {
      name: 'install ÷ read, inflate, write the rows',
      unit: '×',
      value: ms / bareMs,
      target: 2.5,
      parts: { 'install ms': ms, 'bare ms': bareMs, 'searchable after ms': quantile(searchable) },
    },
  ];
}

/** @param {import('../../scripts/runtime/launch.mjs').Bench} bench @param {string} file */
async function installed(bench, file) {
  const { app, page, indexedAgain } = await openQuiet(bench);
  const done = page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          if (document.querySelector('.sat-strip--ok')) resolve(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  const before = await handOver(app, page, file);
  const shown = Number(await done);
  await indexedAgain(120_000);
  const ready = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('search-ready').at(-1)?.startTime ?? Number.NaN),
  );
  await end(app);
  return { installed: shown - before, searchable: ready - before };
}

/** @param {import('../../scripts/runtime/launch.mjs').Bench} bench @param {string} bare @param {string} rows */
async function written(bench, bare, rows) {
  const app = await launch(bench, { home: newHome(bench), app: bare });
  const page = await app.firstWindow();
  await page.waitForTimeout(3_000);
  const ms = await page.evaluate(async (list) => {
    const start = performance.now();
    /** @type {{ kind: string, bytes: Uint8Array<ArrayBuffer> }[]} */
    // @ts-expect-error put there by the bare app's preload
    const got = await window.rows(list);
    /** @type {IDBDatabase} */
    const db = await new Promise((resolve, reject) => {
      const open = indexedDB.open('bare', 1);
      open.onupgradeneeded = () => {
        for (const name of ['meta', 'body', 'image']) open.result.createObjectStore(name, { autoIncrement: true });
      };
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const change = db.transaction(['meta', 'body', 'image'], 'readwrite', { durability: 'strict' });
    for (const { kind, bytes } of got) {
      if (kind !== 'page') change.objectStore('image').add(bytes);
      else {
        const { meta, sections, tree } = JSON.parse(new TextDecoder().decode(bytes));
        change.objectStore('meta').add(meta);
        change.objectStore('body').add({ sections, tree: JSON.stringify(tree) });
      }
    }
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
    return performance.now() - start;
  }, rows);
  await end(app);
  return ms;
}

/** The compressed file and the kind of every blob of an unpacked pack. @param {string} folder */
function rowsOf(folder) {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const manifest = all.find((path) => path.endsWith('.pack.json'));
  if (!manifest) throw new Error('No manifest');
  /** @type {{ files: { sha256: string, kind: string }[] }} */
  const { files } = JSON.parse(readFileSync(manifest, 'utf8'));
  return files.map(({ sha256, kind }) => ({ kind, path: all.find((path) => path.includes(`/${sha256}`)) }));
}
