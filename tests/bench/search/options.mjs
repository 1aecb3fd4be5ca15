import { parseArgs } from 'node:util';
import { Stop } from '../../../scripts/runtime/say.mjs';
import { ENGINE_NAMES } from './engines/engines.mjs';

/**
 * @typedef {object} Options
 * @property {readonly string[]} folders of collections; none is all that stand beside the project
 * @property {readonly string[]} engines
 * @property {boolean} knownItem
 * @property {readonly number[]} sizes of the made-up collections, smallest first
 * @property {number} rounds of measuring time and memory; 0 leaves them out
 * @property {string | undefined} json file
 * @property {boolean} gates whether a missed gate fails the run
 */

const USAGE = `npm run bench:search -- [--collection FOLDER]… [--engines ${ENGINE_NAMES.join(',')}]
  [--known-item] [--scale 1000,10000,100000] [--rounds 3] [--json FILE] [--gates]`;

/**
 * @param {readonly string[]} words of the command line
 * @returns {Options}
 * @throws {Stop} one sentence on what cannot be understood
 */
export function readOptions(words) {
  const values = parsed(words);
  const engines = [...new Set(values.engines.split(',').filter(Boolean))];
  const unknown = engines.filter((name) => !ENGINE_NAMES.includes(name));
  if (unknown.length > 0 || engines.length === 0)
    throw new Stop(`Not an engine: ${unknown.join(', ') || 'nothing'}. Choose from ${ENGINE_NAMES.join(', ')}.`, 2);
  const sizes = [...new Set((values.scale ?? '').split(',').filter(Boolean).map(wholeNumber('--scale', 100)))];
  return {
    folders: values.collection,
    engines,
    knownItem: values['known-item'],
    sizes: sizes.sort((a, b) => a - b),
    rounds: wholeNumber('--rounds', 0)(values.rounds),
    json: values.json,
    gates: values.gates,
  };
}

/** @param {readonly string[]} words */
function parsed(words) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        collection: { type: 'string', multiple: true, default: [] },
        engines: { type: 'string', default: ENGINE_NAMES.join(',') },
        'known-item': { type: 'boolean', default: false },
        scale: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        json: { type: 'string' },
        gates: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, 2);
  }
}

/** @param {string} name @param {number} least @returns {(text: string) => number} */
const wholeNumber = (name, least) => (text) => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least) return value;
  throw new Stop(`${name} ${text}: give a whole number, ${least} or more.`, 2);
};
