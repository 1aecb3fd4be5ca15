import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';

const SECONDS = 4;
/** Requests under way at once. */
const AT_ONCE = 32;

/**
 * Requests a second that nginx answers when all it is asked are polls without news: the next root, which is not there,
 * and the timestamp, which is what it was.
 * @param {string} address
 * @param {string} folder
 * @param {{ keep: boolean }} options whether a connection is kept for more than one request
 */
export async function pollRate(address, folder, { keep }) {
  const etag = (await fetch(new URL('metadata/timestamp.json', address))).headers.get('etag') ?? '';
  return spawnSync('wrk', ['-v']).error ? byNode(address, etag, keep) : byWrk(address, folder, etag, keep);
}

/** @param {string} address @param {string} folder @param {string} etag @param {boolean} keep */
function byWrk(address, folder, etag, keep) {
  const script = join(folder, 'poll.lua');
  const head = keep ? '' : 'wrk.headers["Connection"] = "close"\n';
  writeFileSync(
    script,
    `${head}local at = 0
request = function()
  at = at + 1
  if at % 2 == 0 then return wrk.format("GET", "/metadata/2.root.json") end
  local headers = { ["If-None-Match"] = '${etag}' }
  for name, value in pairs(wrk.headers) do headers[name] = value end
  return wrk.format("GET", "/metadata/timestamp.json", headers)
end
`,
  );
  const args = ['-t1', `-c${AT_ONCE}`, `-d${SECONDS}s`, '-s', script, address];
  const { stdout } = spawnSync('wrk', args, { encoding: 'utf8' });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  if (!Number.isFinite(rate)) throw new Error(`wrk said: ${stdout}`);
  return rate;
}

/** A floor: Node asks more slowly than nginx answers. @param {string} address @param {string} etag @param {boolean} keep */
async function byNode(address, etag, keep) {
  console.log('wrk is not here: Node asks, which is slower than nginx answers');
  const agent = new Agent({ keepAlive: keep, maxSockets: AT_ONCE });
  const end = Date.now() + SECONDS * 1_000;
  let answers = 0;
  const ask = (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) =>
    new Promise((resolve, reject) => {
      get(new URL(path, address), { agent, headers }, (answer) => {
        answer.resume();
        answer.on('end', resolve);
      }).on('error', reject);
    });
  const work = async () => {
    while (Date.now() < end) {
      await ask('metadata/2.root.json', {});
      await ask('metadata/timestamp.json', { 'If-None-Match': etag });
      answers += 2;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  agent.destroy();
  return answers / SECONDS;
}
