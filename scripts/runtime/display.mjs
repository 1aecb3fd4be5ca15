import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { run } from './run.mjs';
import { Stop } from './say.mjs';

/** @typedef {{ env: { DISPLAY?: string, XAUTHORITY?: string }, stop: () => void }} Display */

/** Whether a window can be shown to a person here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Lets the app's user draw on the caller's own display: a copy of its cookie, where it has one.
 * @param {import('./person.mjs').Person} person
 * @returns {Promise<{ XAUTHORITY?: string }>}
 */
export async function lendDisplay(person) {
  const folder = mkdtempSync(`${tmpdir()}/satchel-display-`);
  const authority = `${folder}/authority`;
  await run('sh', ['-c', `xauth nextract - "$DISPLAY" | xauth -f '${authority}' nmerge -`]);
  if (!existsSync(authority)) return {};
  for (const path of [folder, authority]) chownSync(path, person.uid, person.gid);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { XAUTHORITY: authority };
}

/**
 * A virtual display of its own (Xvfb), locked with a cookie that only the app's user can read. It ends with this
 * process or by `stop`.
 * @param {import('./person.mjs').Person | null} person
 * @returns {Promise<Display>}
 */
export async function startDisplay(person) {
  if (process.platform !== 'linux') return { env: {}, stop: () => {} };
  const folder = mkdtempSync(`${tmpdir()}/satchel-display-`);
  const authority = `${folder}/authority`;
  // The display's number is chosen by Xvfb, so the cookie is stored for number 0 and again for the real one.
  const cookie = randomBytes(16).toString('hex');
  await addCookie(authority, ':0', cookie);
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1680x1200x24', '-nolisten', 'tcp', '-noreset', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', stop);
  };
  process.on('exit', stop);
  const number = await displayNumber(server);
  await addCookie(authority, `:${number}`, cookie);
  if (person) {
    chownSync(folder, person.uid, person.gid);
    chownSync(authority, person.uid, person.gid);
  }
  // A display must not keep the process alive that started it.
  server.unref();
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
}

/**
 * @param {string} file
 * @param {string} display
 * @param {string} cookie
 */
async function addCookie(file, display, cookie) {
  const { code, output } = await run('xauth', ['-f', file, 'add', display, '.', cookie]);
  if (code !== 0) throw new Stop(`The virtual display could not be locked: ${output.trim()}`);
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    const channel = /** @type {import('node:net').Socket} */ (server.stdio[3]);
    channel.on('data', (bytes) => {
      text += bytes;
      if (text.endsWith('\n')) {
        resolve(text.trim());
        channel.destroy();
      }
    });
    server.once('error', (error) => reject(new Stop(`The virtual display did not start: ${error.message}`)));
    server.once('exit', (code) => reject(new Stop(`The virtual display ended at once (exit code ${code}).`)));
  });
}
