// npm run check: everything that needs no window. Fast enough to run before each commit.
import { runChecks } from './checks/check.mjs';
import { count } from './checks/results.mjs';
import { main, say } from './runtime/say.mjs';

await main(async () => {
  const { broken, results } = await runChecks();
  const failed = broken.length + count(results, 'failed');
  say(failed === 0 ? '\nAll checks passed.' : `\n${failed} failed.`);
  return failed === 0 ? 0 : 1;
});
