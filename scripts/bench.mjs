import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchInstall } from '../tests/bench/install.mjs';
import { benchKeystroke } from '../tests/bench/keystroke.mjs';
import { benchNotes } from '../tests/bench/notes.mjs';
import { benchStart } from '../tests/bench/start.mjs';
import { benchUpdates } from '../tests/bench/updates/updates.mjs';
import { build } from './runtime/build.mjs';
import { resolveElectron } from './runtime/electron.mjs';
import { openBench } from './runtime/launch.mjs';
import { demandLibraries } from './runtime/libraries.mjs';
import { main, say, step } from './runtime/say.mjs';

/** @typedef {{ name: string, unit: string, value: number, target?: number, parts: Record<string, number> }} Figure */

/**
 * Those of the app.
 * @type {Record<string, (bench: import('./runtime/launch.mjs').Bench, runs: number) => Promise<Figure[]>>}
 */
const PARTS = { start: benchStart, install: benchInstall, keystroke: benchKeystroke, notes: benchNotes };

// A failed part may leave an app behind: this process ends all the same.
await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, runs: { type: 'string', default: '5' }, history: { type: 'string' } },
  });
  const runs = Number(values.runs);
  const isWanted = (/** @type {string} */ name) => positionals.length === 0 || positionals.includes(name);
  const wanted = Object.entries(PARTS).filter(([name]) => isWanted(name));
  await build({});
  /** @type {Figure[]} */
  const figures = [];
  if (wanted.length > 0) {
    const runtime = await resolveElectron();
    await demandLibraries({ program: runtime.program, display: true });
    const bench = await openBench(runtime);
    for (const [name, run] of wanted) figures.push(...(await step(`Benchmark: ${name}`, () => run(bench, runs))));
    bench.display.stop();
  }
  if (isWanted('updates'))
    figures.push(...(await step('Benchmark: updates', () => benchUpdates(runs, values.history))));
  for (const { name, unit, value, target, parts } of figures) {
    const aim = target === undefined ? '' : `  target ≤ ${target}  ${value <= target ? 'met' : 'MISSED'}`;
    say(`${name.padEnd(44)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(3)}${aim}`);
    say(
      `  ${Object.entries(parts)
        .map(([key, part]) => `${key} ${part.toFixed(1)}`)
        .join(', ')}`,
    );
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ runs, figures }, null, 2)}\n`);
});
process.exit();
