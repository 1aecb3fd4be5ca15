import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, launch, ownFile, ownFolder } from '../../scripts/runtime/launch.mjs';
import { ROOT } from '../../scripts/runtime/paths.mjs';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { tool } from '../bench/corpus-pack.mjs';
import { killAll } from './kill.mjs';
import { goTo, newNote, stored } from './note-window.mjs';

/** @typedef {import('playwright-core').Page} Page */

const KILLS = 100;
/** An update is over after this, ms, and a kill in it may come as late. */
const LONGEST = 2_500;
const PACK = 'soak-engage';

/**
 * A pack is updated from a source, and every process of the app is killed at a random moment of it. The next start has
 * the release before or the new one, whole; then the update is made to its end. A note is what it was all along.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakUpdates(bench, progress) {
  const folder = ownFolder(bench.person, 'soak-source');
  const publish = publisher(folder);
  publish(1);
  const home = ownFolder(bench.person, 'soak');
  ownFile(bench.person, join(home, 'settings.json'), JSON.stringify({ welcomed: true }));
  ownFile(bench.person, join(home, 'sources.json'), sourcesOf(folder));
  const start = async () => {
    const app = await launch(bench, { home, env: { SATCHEL_TRUST: join(folder, 'trust') } });
    const page = await app.firstWindow();
    // After two starts that were killed the app asks.
    page
      .getByRole('button', { name: 'Start as usual' })
      .click({ timeout: 60_000 })
      .catch(() => {});
    await page.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0, null, {
      timeout: 60_000,
    });
    return { app, page };
  };

  let { app, page } = await start();
  const note = await newNote(page);
  await page.waitForTimeout(2_000);
  const words = JSON.stringify((await stored(page, note))?.note);
  await bring(page);
  await arrives(page, 1);
  const found = { old: 0, new: 0 };
  /** @type {string[]} */
  const wrong = [];
  let slowest = 0;
  for (let release = 2; release <= KILLS + 1; release += 1) {
    progress(`kill ${release - 1} of ${KILLS}`);
    publish(release);
    await goTo(page, '/packs');
    bring(page).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST));
    await killAll(app).ended;
    const since = Date.now();
    ({ app, page } = await start());
    slowest = Math.max(slowest, Date.now() - since);
    const has = await installed(page);
    if (has === null) wrong.push(`After kill ${release - 1} the pack was not whole.`);
    else if (has === release) found.new += 1;
    else if (has === release - 1) found.old += 1;
    else wrong.push(`After kill ${release - 1} release ${has} was there.`);
    if (JSON.stringify((await stored(page, note))?.note) !== words) wrong.push('The note was changed.');
    await goTo(page, '/packs');
    if (has !== release) await bring(page);
    await arrives(page, release);
  }
  await end(app);
  return {
    figures: {
      kills: KILLS,
      'the release before was there': found.old,
      'the new one was there': found.new,
      'slowest start after a kill, ms': slowest,
    },
    wrong,
  };
}

/** Makes the keys and gives what publishes release after release, each with other words on every page. @param {string} folder */
function publisher(folder) {
  const [repo, keys, source, trust] = ['repo', 'keys', 'source', 'trust'].map((name) => join(folder, name));
  tool(['keys', 'init', keys ?? '', '--publisher', 'soak']);
  cpSync(join(ROOT, 'content/engage-early'), source ?? '', { recursive: true });
  const pages = join(source ?? '', 'pages');
  const before = new Map(readdirSync(pages).map((name) => [name, readFileSync(join(pages, name), 'utf8')]));
  const yaml = readFileSync(join(source ?? '', 'pack.yaml'), 'utf8').replace(/^id: .*$/m, `id: ${PACK}`);
  return (/** @type {number} */ release) => {
    for (const [name, text] of before) writeFileSync(join(pages, name), `${text}\nWords of release ${release}.\n`);
    writeFileSync(
      join(source ?? '', 'pack.yaml'),
      yaml.replace(/^release:.*$/m, `release: ${release}`).replace(/^version:.*$/m, `version: "${release}"`),
    );
    tool(['release', source ?? '', '--repo', repo ?? '', '--keys', keys ?? '']);
    if (release === 1) {
      mkdirSync(trust ?? '');
      writeFileSync(join(trust ?? '', 'soak.root.json'), readFileSync(join(repo ?? '', 'metadata/1.root.json')));
    }
    openToAll(folder);
  };
}

/** One source, as a person added it. @param {string} folder */
function sourcesOf(folder) {
  const root = createHash('sha256')
    .update(readFileSync(join(folder, 'trust/soak.root.json')))
    .digest('hex');
  const source = { id: randomUUID(), kind: 'folder', where: join(folder, 'repo'), setBy: 'person', root };
  return JSON.stringify({ format: 1, servers: false, sources: [source] });
}

/** Asks the source and takes what it has. @param {Page} page */
async function bring(page) {
  await goTo(page, '/packs');
  await page.getByRole('button', { name: /^Check now/ }).press('Enter');
  await page.getByRole('button', { name: /^(?:Update|Install)\b.*Engage early/ }).press('Enter');
}

/** @param {Page} page @param {number} release */
async function arrives(page, release) {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if ((await installed(page)) === release) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`Release ${release} did not come.`);
}

/**
 * The release that is read, by the words of all its pages, read behind the app's back; 0 where none is there, `null` where
 * it is not whole.
 * @param {Page} page
 * @returns {Promise<number | null>}
 */
function installed(page) {
  return page.evaluate(async (id) => {
    /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('satchel-packs'));
    const read = db.transaction(['packs', 'bodies']);
    const pack = await done(read.objectStore('packs').get(id));
    const bodies = pack ? await done(read.objectStore('bodies').index('key').getAll(pack.key)) : [];
    db.close();
    if (!pack) return 0;
    const whole = bodies.filter(({ sections }) =>
      sections.some((/** @type {{ text: string }} */ { text }) => text.includes(`Words of release ${pack.release}.`)),
    );
    return whole.length === pack.pages && bodies.length === pack.pages ? pack.release : null;
  }, PACK);
}
