import { launch } from '../../scripts/runtime/launch.mjs';
import { welcomedHome } from './own-folders.mjs';

/**
 * The app in a new profile, once the packs that came with it can be searched and it is quiet. `indexedAgain` waits
 * until one more can be.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 */
export async function openQuiet(bench) {
  const home = welcomedHome(bench);
  const app = await launch(bench, { home });
  const page = await app.firstWindow();
  await page.waitForFunction(() => performance.getEntriesByName('search-ready').length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(3_000);
  const readyBefore = await page.evaluate(() => performance.getEntriesByName('search-ready').length);
  return {
    app,
    page,
    home,
    /** @param {number} timeout ms */
    indexedAgain: (timeout) =>
      page.waitForFunction((before) => performance.getEntriesByName('search-ready').length > before, readyBefore, {
        timeout,
      }),
  };
}
