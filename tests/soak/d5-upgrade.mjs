import { end } from '../../scripts/runtime/launch.mjs';
import { RELEASED } from '../support/old-stores.mjs';
import { newNote, stored } from './note-window.mjs';
import { openProfile } from './profile.mjs';
import { upgradeKills } from './upgrade-kills.mjs';

const KILLS = 10;
const ROWS = 8_000;
/** Milliseconds after the beginning of the upgrade, at most. */
const LATEST = 60;

/**
 * Ten kills inside the upgrade of the notes from each released version.
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakUpgrades(bench, progress) {
  const { start } = openProfile(bench);
  const { app, page } = await start();
  const { note } = (await stored(page, await newNote(page))) ?? { note: {} };
  await end(app);
  const newest = RELEASED.notes.length;
  /** @type {Record<string, number>} */
  const figures = {};
  for (let version = 1; version < newest; version += 1) {
    progress(`from version ${version}`);
    // Its own: the journal of another profile would bring back the notes of that one.
    const { home } = openProfile(bench);
    const size = { kills: KILLS, rows: ROWS, latest: LATEST };
    const { inside, outside, thrown, rows, ms } = await upgradeKills(bench, home, { version, newest, note, ...size });
    figures[`from version ${version}: kills inside`] = inside;
    figures[`from version ${version}: kills after its end`] = outside;
    figures[`from version ${version}: stores thrown away by the browser`] = thrown;
    figures[`from version ${version}: notes`] = rows;
    figures[`from version ${version}: upgrade and comparison, ms`] = ms;
  }
  return { figures, wrong: [] };
}
