import { mkdirSync, rmSync } from 'node:fs';
import { build } from '../runtime/build.mjs';
import { end, launch, openBench, ownFolder, removeFolder } from '../runtime/launch.mjs';
import { OUT } from '../runtime/paths.mjs';
import { say, seconds } from '../runtime/say.mjs';
import { setUp } from '../runtime/setup.mjs';
import { STEPS } from './steps.mjs';

const PICTURES = `${OUT}/tour`;

/**
 * Drives the built app through its main job on a virtual display, with a picture of each step. A step that fails ends
 * the tour: what comes after it would only fail for the same reason.
 * @returns {Promise<number>} exit code: 0 only when every step did what it should
 */
export async function runTour() {
  const runtime = await setUp({ display: true });
  await build();
  const bench = await openBench(runtime);
  const home = ownFolder(bench.person, 'tour');
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  say('\nThe tour: Satchel in a window of its own, new profile, no network.\n');
  /** @type {string[]} */
  const complaints = [];
  const open = async () => {
    const app = await launch(bench, { home });
    app.context().on('weberror', (event) => complaints.push(String(event.error())));
    app.context().on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const window = await app.firstWindow();
    window.setDefaultTimeout(20_000);
    return { app, window, complaints };
  };
  let seen = await open();
  const restart = async () => {
    await end(seen.app);
    seen = await open();
    return seen;
  };
  let done = 0;
  try {
    for (const [at, { name, work }] of STEPS.entries()) {
      const start = Date.now();
      const failure = await work({ ...seen, restart }).then(
        () => null,
        (error) => (error instanceof Error ? error : new Error(String(error))),
      );
      const number = String(at + 1).padStart(2, '0');
      await seen.window.screenshot({ path: `${PICTURES}/${number}.png` }).catch(() => undefined);
      say(`${number}  ${failure ? 'FAILED' : 'ok    '}  ${seconds(start).padStart(7)}  ${name}`);
      if (failure) {
        say(`\n${failure.message}\n`);
        break;
      }
      done += 1;
    }
  } finally {
    await end(seen.app).catch(() => undefined);
    bench.display.stop();
    removeFolder(home);
  }
  say(
    `\n${done} of ${STEPS.length} steps ok. Pictures: out/tour/01.png to ${String(Math.min(done + 1, STEPS.length)).padStart(2, '0')}.png`,
  );
  return done === STEPS.length ? 0 : 1;
}
