import type { ElectronApplication } from 'playwright-core';
import { kill } from '../../scripts/runtime/launch.mjs';

const EVERY = 10_000;
/** A test waits for an answer without end, and its worker with it. Nothing of ours keeps either thread this long. */
const HANGS = 60_000;

/** Kills an app whose main process or window no longer answers. The answer ends the watch. */
export function watchHeart(app: ElectronApplication): () => void {
  const beats = new Map<object, number>();
  const beat = (of: object, name: string, ask: () => Promise<unknown>): void => {
    const asked = beats.get(of);
    if (asked === undefined) {
      beats.set(of, Date.now());
      // A window that is gone answers with a refusal.
      const answered = () => beats.delete(of);
      ask().then(answered, answered);
    } else if (Date.now() - asked > HANGS) {
      stop();
      kill(app, `had not answered for ${HANGS / 1000} s (${name})`);
    }
  };
  const timer = setInterval(() => {
    beat(app, 'its main process', () => app.evaluate(() => 0));
    for (const window of app.windows()) beat(window, `its window at ${window.url()}`, () => window.evaluate(() => 0));
  }, EVERY);
  timer.unref();
  const stop = (): void => clearInterval(timer);
  app.on('close', stop);
  return stop;
}
