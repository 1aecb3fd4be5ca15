import { spawn, spawnSync } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Run
 * @property {number} code exit code; 127 when the program is not there, 128 + n after signal n is unknown
 * @property {string} output what it printed, both streams in order
 */

/**
 * Runs a program and gathers what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` also prints it as it comes
 * @returns {Promise<Run>}
 */
export function run(program, args, { cwd = ROOT, env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {Buffer} bytes */
    const gather = (bytes) => {
      output += bytes;
      if (show) process.stdout.write(bytes);
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/**
 * One of the project's own command line tools, by the script that its package names.
 * @param {string} script path under `node_modules`
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 */
export const runTool = (script, args, options = {}) =>
  run(process.execPath, [`${ROOT}/node_modules/${script}`, ...args], options);

/**
 * Whether a program answers at all with these arguments.
 * @param {string} program
 * @param {readonly string[]} args
 */
export const succeeds = (program, args) => spawnSync(program, [...args], { stdio: 'ignore' }).status === 0;
