import { launchApp, newHome, type RunningApp } from '#support/app.ts';
import { expect, test } from '#support/window-test.ts';
import { type Kill, killRounds, OLDEST_LOST } from '../soak/kill.mjs';

test('D1 after kill -9 of every process while words are typed nothing older than a second is lost', async () => {
  const home = await newHome();
  let running: RunningApp | undefined;
  const start = async () => {
    running = await launchApp({ home, settings: { welcomed: true } });
    return { app: running.app, page: running.window };
  };
  const kills: Kill[] = [];
  try {
    await killRounds(4, start, (kill) => kills.push(kill));
  } finally {
    await running?.close();
  }
  console.log(kills.map(({ typed, kept, lost }) => `${typed} typed, ${kept} kept, ${lost} ms lost`).join('\n'));
  for (const { lost } of kills) expect(lost).toBeLessThanOrEqual(OLDEST_LOST);
  expect(kills.at(-1)?.kept).toBeGreaterThan(8);
});
