// node scripts/screens.mjs [WORD]: pictures of every screen and state (or of those whose name holds WORD), light and
// dark, at 1280 by 800 and with everything twice as large, into out/screens/.
import { build } from './runtime/build.mjs';
import { runTool } from './runtime/run.mjs';
import { main, Stop, say } from './runtime/say.mjs';

await main(async () => {
  await build();
  const words = ['test', '--config', 'tests/screens.config.ts'];
  const { code } = await runTool('@playwright/test/cli.js', words, {
    env: { ...process.env, SCREENS_ONLY: process.argv[2] ?? '' },
    show: true,
  });
  if (code !== 0) throw new Stop('Some pictures could not be taken.');
  say('The pictures are in out/screens.');
});
