import { bareApp } from './bare-app.mjs';
import { quantile } from './median.mjs';
import { newHome, welcomedHome } from './own-folders.mjs';
import { memoryOfTree } from './process-memory.mjs';
import { startProgram } from './program.mjs';

const SETTLE_MS = 6_000;
/** One start differs from the next by a fifth and more: they are done this many times as often as the other parts. */
const MORE = 3;

/**
 * Cold start with the starter packs installed: process start to first results possible, against process start to
 * first paint of a bare window; and the memory of both once they are idle. Runs alternate.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @param {number} runs
 */
export async function benchStart(bench, runs) {
  const bare = bareApp(bench);
  const bareHome = newHome(bench);
  const home = welcomedHome(bench);
  // First run: the packs are installed and indexed; it is not counted.
  await (await startProgram(bench, bench.place.app, home, SETTLE_MS * 2)).stop();
  await (await startProgram(bench, bare, bareHome, SETTLE_MS)).stop();
  const ours = {
    ms: /** @type {number[]} */ ([]),
    paint: /** @type {number[]} */ ([]),
    mib: /** @type {number[]} */ ([]),
  };
  const theirs = { ms: /** @type {number[]} */ ([]), mib: /** @type {number[]} */ ([]) };
  for (let run = 0; run < runs * MORE; run += 1) {
    const satchel = await startProgram(bench, bench.place.app, home, SETTLE_MS);
    const marks = await marksOf(satchel.page);
    ours.ms.push(marks.origin + Math.max(marks.ready, marks.paint) - satchel.startedAt);
    ours.paint.push(marks.origin + marks.paint - satchel.startedAt);
    ours.mib.push(memoryOfTree(satchel.pid));
    await satchel.stop();
    const other = await startProgram(bench, bare, bareHome, SETTLE_MS);
    const painted = await other.page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN),
    );
    theirs.ms.push(painted - other.startedAt);
    theirs.mib.push(memoryOfTree(other.pid));
    await other.stop();
  }
  const [ready, paint, bareMs] = [quantile(ours.ms), quantile(ours.paint), quantile(theirs.ms)];
  const [mib, bareMib] = [quantile(ours.mib), quantile(theirs.mib)];
  return [
    {
      name: 'start ÷ bare window',
      unit: '×',
      value: ready / bareMs,
      target: 1.5,
      parts: { 'ready ms': ready, 'paint ms': paint, 'bare ms': bareMs },
    },
    {
      name: 'memory ÷ bare window',
      unit: '×',
      value: mib / bareMib,
      target: 1.6,
      parts: { MiB: mib, 'bare MiB': bareMib },
    },
  ];
}

/**
 * How long after the first paint a profile's library can be searched, ms; 0 where it was ready before. Each start is a
 * cold one.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @param {string} home with its packs installed
 * @param {number} runs
 */
export async function readyAfterPaint(bench, home, runs) {
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const satchel = await startProgram(bench, bench.place.app, home, SETTLE_MS);
    const { ready, paint } = await marksOf(satchel.page);
    times.push(Math.max(0, ready - paint));
    await satchel.stop();
  }
  return times;
}

/** @param {import('playwright-core').Page} page */
export function marksOf(page) {
  return page.evaluate(() => ({
    origin: performance.timeOrigin,
    ready: performance.getEntriesByName('search-ready')[0]?.startTime ?? Number.NaN,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
}
