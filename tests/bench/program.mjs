import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';

/**
 * A started Electron, watched from outside through its debugging port, so that nothing slows its start.
 * @typedef {{ startedAt: number, pid: number, page: import('playwright-core').Page, stop: () => Promise<void> }} Program
 */

/**
 * @param {import('../../scripts/runtime/launch.mjs').Bench} bench
 * @param {string} app folder of the app
 * @param {string} home profile; kept
 * @param {number} settleMs how long it is left alone before it is looked at
 * @returns {Promise<Program>}
 */
export async function startProgram(bench, app, home, settleMs) {
  const port = await freePort();
  const startedAt = Date.now();
  const child = spawn(bench.place.program, [app, `--remote-debugging-port=${port}`], {
    cwd: bench.person?.home ?? home,
    env: {
      PATH: process.env.PATH,
      ...(bench.person ? { HOME: bench.person.home } : { HOME: process.env.HOME }),
      ...bench.display.env,
      SATCHEL_HOME: home,
      // Without it the app refuses its port.
      SATCHEL_TEST_START: 'driven by a test',
    },
    stdio: 'ignore',
  });
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [page] = browser.contexts().flatMap((context) => context.pages());
  if (!page || child.pid === undefined) throw new Error('The window did not open');
  return {
    startedAt,
    pid: child.pid,
    page,
    stop: async () => {
      await browser.close();
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
