import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const LIMIT_S = 180;

/**
 * Runs one job in a process of its own.
 * @param {import('./worker.mjs').Job} job
 * @returns {Promise<{ result: unknown } | { failure: string }>}
 */
export function runJob(job) {
  return new Promise((resolve) => {
    const child = fork(WORKER, [JSON.stringify(job)], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      timeout: LIMIT_S * 1000,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr?.on('data', (bytes) => {
      said += bytes;
    });
    /** @type {{ result: unknown } | undefined} */
    let answer;
    child.on('message', (result) => {
      answer = { result };
    });
    child.on('close', (code, signal) => {
      const reason = signal ? `took longer than ${LIMIT_S} s` : `failed (exit code ${code})\n${said.trim()}`;
      resolve(answer ?? { failure: reason });
    });
  });
}
