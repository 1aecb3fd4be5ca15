import { join } from 'node:path';
import { end, launch, ownFile, ownFolder } from '../../scripts/runtime/launch.mjs';
import { say } from '../../scripts/runtime/say.mjs';
import { activeRelease, unwhole } from './installed-release.mjs';
import { killAll } from './kill.mjs';
import { goTo, journalled, newNote, stored } from './note-window.mjs';
import { Moments, PARTS } from './update-moments.mjs';
import { PACK, publisher, remembered, sourcesOf } from './update-source.mjs';

/** @typedef {import('playwright-core').Page} Page */

const KILLS = 100;
/** Updates that nothing ends, by which the parts of an update are measured. */
const MEASURED = 3;

/**
 * A pack is updated from a source, and every process of the app is killed at a random moment of it: of the check, the
 * fetch, the verification, the storing or of the moment in which it counts. The next start has the release before or the
 * new one, whole, page by page; what is known of the source is no older; then the update is made to its end. A note and
 * what it cites is what it was all along.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakUpdates(bench, progress) {
  const seed = Number(process.env.SATCHEL_SOAK_SEED ?? Date.now() % 1_000_000);
  const random = seeded(seed);
  say(`  moments by seed ${seed} (SATCHEL_SOAK_SEED)`);
  const folder = ownFolder(bench.person, 'soak-source');
  const { make, lay } = publisher(folder);
  let signed = await make(1);
  lay();
  /** Signed while the app does something else. */
  let made = make(2);
  const publish = async () => {
    const next = await made;
    lay();
    made = make(next.release + 1);
    made.catch(() => undefined);
    return next;
  };
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
  await bring(page);
  await arrives(page, 1);
  const note = await newNote(page);
  await cite(page);
  await page.waitForTimeout(2_000);
  const notes = async () => JSON.stringify([(await stored(page, note))?.note, (await journalled(page, note))?.fields]);
  const words = await notes();
  if (!words.includes(`"pack":"${PACK}"`)) throw new Error('The note cites nothing.');

  /** @param {import('./update-source.mjs').Release} next */
  const moments = (next) => {
    const had = new Set(signed.files.map(({ sha256 }) => sha256));
    return new Moments(
      home,
      [...new Set(next.files.map(({ sha256 }) => sha256))].filter((hash) => !had.has(hash)),
    );
  };
  /** @type {Record<import('./update-moments.mjs').Part, number>[]} */
  const measured = [];
  for (let number = 0; number < MEASURED; number += 1) {
    const next = await publish();
    const seen = moments(next);
    await bring(page, seen);
    await arrives(page, next.release, seen);
    seen.stop();
    measured.push(seen.lengths());
    signed = next;
  }
  const lengths = /** @type {Record<import('./update-moments.mjs').Part, number>} */ (
    Object.fromEntries(PARTS.map((part) => [part, median(measured.map((one) => one[part]))]))
  );
  say(`  an update: ${PARTS.map((part) => `${part} ${lengths[part]} ms`).join(', ')}`);

  const found = { old: 0, new: 0 };
  /** By what the disk and the store say. @type {Record<string, number>} */
  const fell = { 'before anything was kept': 0, 'before its first file': 0, 'between its files': 0, 'while stored': 0 };
  /** @type {string[]} */
  const wrong = [];
  /** @type {number[]} */
  const starts = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    progress(`kill ${kill} of ${KILLS}, ${found.old} old, ${found.new} new, ${JSON.stringify(fell)}`);
    const part = PARTS[kill % PARTS.length] ?? 'check';
    const share = random();
    const next = await publish();
    const tell = (/** @type {string} */ what) => {
      wrong.push(`Kill ${kill} in ${part} at ${share.toFixed(3)} (seed ${seed}): ${what}`);
      say(`  ${wrong.at(-1)}`);
    };
    const before = remembered(home, folder);
    const seen = moments(next);
    bring(page, seen).catch(() => {});
    await seen.reaches(part, share, lengths);
    await killAll(app).ended;
    seen.stop();
    const after = remembered(home, folder);
    const since = Date.now();
    ({ app, page } = await start());
    starts.push(Date.now() - since);

    const has = await activeRelease(page);
    if (has === next.release) found.new += 1;
    else if (has === signed.release) {
      found.old += 1;
      const here = seen.here();
      if (here === seen.all()) fell['while stored'] = (fell['while stored'] ?? 0) + 1;
      else if (here > 0) fell['between its files'] = (fell['between its files'] ?? 0) + 1;
      else if (JSON.stringify(after) !== JSON.stringify(before))
        fell['before its first file'] = (fell['before its first file'] ?? 0) + 1;
      else fell['before anything was kept'] = (fell['before anything was kept'] ?? 0) + 1;
    } else tell(`release ${has} was there`);
    for (const what of await unwhole(page, has === next.release ? next : signed)) tell(what);
    for (const what of fallen(before, after)) tell(what);
    for (const what of fallen(after, remembered(home, folder))) tell(what);
    if (!(await reads(page, has))) tell('a page does not show its words');
    if ((await notes()) !== words) tell('the note was changed');
    if (has !== next.release) await bring(page);
    await arrives(page, next.release);
    for (const what of await unwhole(page, next)) tell(`after the update, ${what}`);
    for (const what of fallen(after, remembered(home, folder))) tell(`after the update, ${what}`);
    signed = next;
  }
  if ((await notes()) !== words) wrong.push('The note was changed.');
  for (const [where, count] of Object.entries({ ...fell, 'that came too late': found.new }))
    if (count === 0) wrong.push(`No kill fell ${where}: the moments prove less than they should.`);
  await end(app);
  return {
    figures: {
      seed,
      kills: KILLS,
      'the release before was there': found.old,
      'the new one was there': found.new,
      ...Object.fromEntries(Object.entries(fell).map(([where, count]) => [`kills ${where}`, count])),
      'start after a kill, median, ms': median(starts),
      'start after a kill, slowest, ms': Math.max(...starts),
    },
    wrong,
  };
}

/** Asks the source and takes what it has. @param {Page} page @param {Moments} [seen] */
async function bring(page, seen) {
  await goTo(page, '/packs');
  seen?.mark('check');
  await page.getByRole('button', { name: /^Check now/ }).press('Enter');
  const take = page.getByRole('button', { name: /^(?:Update|Install)\b.*Engage early/ });
  await take.waitFor();
  seen?.mark('fetch');
  await take.press('Enter');
}

/** @param {Page} page @param {number} release @param {Moments} [seen] */
async function arrives(page, release, seen) {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if ((await activeRelease(page)) === release) {
      seen?.mark('end');
      return;
    }
    await page.waitForTimeout(seen ? 10 : 200);
  }
  throw new Error(`Release ${release} did not come.`);
}

/** The first section of a page, in the note that was begun. @param {Page} page */
async function cite(page) {
  await goTo(page, `/read/${PACK}/keep-it-fair`);
  await page.locator('.sat-tools .sat-more > button').click();
  await page.getByRole('button', { name: 'Cite in a note', exact: true }).click();
  await page.locator('dialog[open]').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.sat-status', { hasText: 'is cited in' }).waitFor();
}

/** Whether a page, read as a person reads it, has the words of a release. @param {Page} page @param {number} release */
async function reads(page, release) {
  await goTo(page, `/read/${PACK}/you-said-we-did`);
  return page
    .locator('main')
    .getByText(`Words of release ${release}.`)
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );
}

/** @param {Record<string, number> | null} before @param {Record<string, number> | null} after */
function fallen(before, after) {
  if (after === null) return ['what is known of the source is not whole'];
  return Object.entries(before ?? {}).flatMap(([name, value]) =>
    (after[name] ?? 0) < value ? [`${name} fell from ${value} to ${after[name]}`] : [],
  );
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The same row of numbers for one seed. @param {number} seed */
function seeded(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
