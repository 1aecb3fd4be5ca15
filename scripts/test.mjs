// npm test: sets the machine up, checks, builds, and drives the real app. The last line counts every test.
import { runChecks } from './checks/check.mjs';
import { count } from './checks/results.mjs';
import { runWindow } from './checks/tests.mjs';
import { build } from './runtime/build.mjs';
import { main, say, seconds } from './runtime/say.mjs';
import { setUp } from './runtime/setup.mjs';

await main(async () => {
  const start = Date.now();
  await setUp({ display: true });
  const checks = await runChecks();
  await build();
  say('\nIn the real window:');
  const window = await runWindow();
  const results = [...checks.results, ...window.results];
  const unnamed = !window.ok && count(window.results, 'failed') === 0 ? ['the run in the window'] : [];
  const broken = [...checks.broken, ...unnamed];
  const failed = count(results, 'failed') + broken.length;
  for (const { titles, again } of results) if (again) say(`Passed only when tried again: ${titles.join(' › ')}`);
  for (const { titles, outcome } of results) if (outcome === 'failed') say(`Failed: ${titles.join(' › ')}`);
  for (const name of broken) say(`Failed: ${name}`);
  say(`\nAll of it took ${seconds(start)}.`);
  say(`${count(results, 'passed')} passed, ${failed} failed, ${count(results, 'skipped')} skipped`);
  return failed === 0 ? 0 : 1;
});
