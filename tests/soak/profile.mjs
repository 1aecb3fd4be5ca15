import { join } from 'node:path';
import { launch, ownFile, ownFolder } from '../../scripts/runtime/launch.mjs';

/**
 * An empty profile past the first run, and what starts the app with it, time and again.
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 */
export function openProfile(bench) {
  const home = ownFolder(bench.person, 'soak');
  ownFile(bench.person, join(home, 'settings.json'), JSON.stringify({ welcomed: true }));
  const start = async () => {
    const app = await launch(bench, { home });
    const page = await app.firstWindow();
    await page.locator('h1').waitFor();
    return { app, page };
  };
  return { home, start };
}
