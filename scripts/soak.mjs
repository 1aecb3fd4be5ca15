import { soakKills } from '../tests/soak/d1-kills.mjs';
import { soakSyncs } from '../tests/soak/d2-syncs.mjs';
import { soakUpgrades } from '../tests/soak/d5-upgrade.mjs';
import { soakWindows } from '../tests/soak/d7-windows.mjs';
import { soakMany } from '../tests/soak/d10-many.mjs';
import { soakRobot } from '../tests/soak/robot.mjs';
import { soakUpdates } from '../tests/soak/update-kills.mjs';
import { soakWhole } from '../tests/soak/whole.mjs';
import { build } from './runtime/build.mjs';
import { resolveElectron } from './runtime/electron.mjs';
import { openBench } from './runtime/launch.mjs';
import { demandLibraries } from './runtime/libraries.mjs';
import { main, say, step } from './runtime/say.mjs';

/** @typedef {(text: string) => void} Progress says how far a row is */
/**
 * @typedef {object} Outcome
 * @property {Record<string, number>} figures
 * @property {readonly string[]} wrong why the row failed
 * @property {string} [skipped] why it could not be tried
 */
/** @typedef {(bench: import('./runtime/launch.mjs').Bench, progress: Progress) => Promise<Outcome>} Row */

/** @type {Record<string, { does: string, run: Row }>} */
const ROWS = {
  D1: { does: '100 kills while words are typed', run: soakKills },
  D2: { does: 'what is on the disk before "Saved" is shown', run: soakSyncs },
  D5: { does: '10 kills inside the upgrade from each released version', run: soakUpgrades },
  D7: { does: 'two windows with 500 edits in turn', run: soakWindows },
  D10: { does: '20,000 notes of 200 MB', run: soakMany },
  updates: { does: '100 kills while a pack is updated from a source', run: soakUpdates },
  robot: { does: 'two minutes of what people do', run: soakRobot },
  whole: { does: 'every hostile string, corpus, size and look', run: soakWhole },
};

// A failed row may leave an app behind: this process ends all the same.
await main(async () => {
  const asked = process.argv.slice(2);
  const wanted = Object.entries(ROWS).filter(([name]) => asked.length === 0 || asked.includes(name));
  const runtime = await resolveElectron();
  await demandLibraries({ program: runtime.program, display: true });
  await build({});
  const bench = await openBench(runtime);
  /** @type {string[]} */
  const failed = [];
  for (const [name, { does, run }] of wanted) {
    const { figures, wrong, skipped } = await step(`${name}: ${does}`, (progress) => run(bench, progress));
    for (const [figure, value] of Object.entries(figures))
      say(`  ${figure.padEnd(44)} ${value.toFixed(0).padStart(9)}`);
    if (skipped) say(`  SKIPPED: ${skipped}`);
    for (const line of wrong) say(`  WRONG: ${line}`);
    if (wrong.length > 0) failed.push(name);
  }
  bench.display.stop();
  say(failed.length === 0 ? 'Nothing was lost.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
process.exit();
