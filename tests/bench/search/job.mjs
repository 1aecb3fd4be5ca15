import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Results
 * @property {import('./metrics.mjs').Quality} relevance
 * @property {import('./known-item.mjs').Found} known-item
 * @property {import('./speed.mjs').Speed} speed
 * @typedef {object} Job
 * @property {keyof Results} measure
 * @property {string} engine
 * @property {string} bundle folder of our bundled search
 * @property {string} from a collection's folder; for `known-item` and `speed` a file of documents
 */

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const LIMIT_S = 180;

/**
 * Runs one job in a process of its own.
 * @template {keyof Results} M
 * @param {Job & { measure: M }} job
 * @returns {Promise<{ result: Results[M] } | { failure: string }>} `failure` says in words why there is no result
 */
export function runJob(job) {
  return new Promise((resolve) => {
    const child = fork(WORKER, [JSON.stringify(job)], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      timeout: LIMIT_S * 1000,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr?.on('data', (bytes) => {
      said += bytes;
    });
    /** @type {{ result: Results[M] } | undefined} */
    let answer;
    child.on('message', (result) => {
      answer = { result: /** @type {Results[M]} */ (result) };
    });
    child.on('close', (code, signal) => {
      const reason = signal ? `it took longer than ${LIMIT_S} s` : `it failed with exit code ${code}\n${said.trim()}`;
      resolve(answer ?? { failure: reason });
    });
  });
}
