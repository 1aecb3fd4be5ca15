import { say } from '../../../scripts/runtime/say.mjs';
import { OURS } from './engines/engines.mjs';
import { isMet } from './gates.mjs';
import { ratiosOf } from './report.mjs';
import { table } from './table.mjs';

/** @typedef {readonly [figure: string, head: string, digits: number, scale?: number]} Column */

/** @type {readonly Column[]} */
const QUALITY = [
  ['ndcg10', 'nDCG@10', 4],
  ['recall10', 'recall@10', 4],
  ['recall100', 'recall@100', 4],
  ['mrr10', 'MRR@10', 4],
  ['empty', 'empty', 3],
];
/** @type {readonly Column[]} */
const KNOWN_ITEM = [
  ['complete', 'complete', 3],
  ['half_typed', 'half typed', 3],
  ['one_typo', 'one typo', 3],
];
/** @type {readonly Column[]} */
const SPEED = [
  ['build_ms', 'build ms', 0],
  ['restore_ms', 'restore ms', 1],
  ['heap_mb', 'heap MB', 1],
  ['index_bytes', 'index MB', 2, 1e-6],
  ['short_p50_ms', 'short p50 ms', 3],
  ['short_p95_ms', 'p95', 3],
  ['long_p50_ms', 'long p50', 3],
  ['long_p95_ms', 'p95', 3],
  ['typing_p50_ms', 'typing p50', 3],
  ['typing_p95_ms', 'p95', 3],
  ['update_ms', 'update p95', 2],
  ['after_update_ms', 'then', 2],
];

/** @typedef {Record<string, unknown> & { engine: string }} Row */

/**
 * @param {string} title
 * @param {readonly import('./report.mjs').EngineReport[]} engines
 */
export function printEngines(title, engines) {
  printTable(title, QUALITY, engines);
  printTable(
    `${title}, MRR@10 of known items`,
    KNOWN_ITEM,
    engines.map(({ engine, known_item }) => ({ ...known_item, engine })),
  );
  printTable(`${title}, time and memory`, SPEED, engines);
}

/** @param {readonly import('./report.mjs').EngineReport[]} engines any collection's: growth is measured once */
export function printGrowth(engines) {
  for (const { documents } of engines[0]?.scale ?? []) {
    const rows = engines.map(({ engine, scale = [] }) => ({
      ...scale.find((size) => size.documents === documents),
      engine,
    }));
    printTable(`${documents.toLocaleString('en-GB')} made-up sections, time and memory`, SPEED, rows);
  }
}

/** Nothing when no engine has the first figure. @param {string} title @param {readonly Column[]} columns @param {readonly Row[]} rows */
function printTable(title, columns, rows) {
  const [first] = columns;
  if (!first || rows.every((row) => typeof row[first[0]] !== 'number')) return;
  const ratios = ratiosOf(rows);
  const cells = rows.map((row) => [
    row.engine === 'fts5' ? 'fts5 (WebAssembly)' : row.engine,
    ...columns.map(([figure, , digits, scale = 1]) => {
      const value = row[figure];
      return typeof value === 'number' ? (value * scale).toFixed(digits) : '–';
    }),
  ]);
  const beside = [
    [`${OURS} ÷ best peer`, ...columns.map(([figure]) => ratios[figure]?.ratio.toFixed(3) ?? '–')],
    ['best peer', ...columns.map(([figure]) => ratios[figure]?.peer ?? '–')],
  ];
  const head = ['', ...columns.map(([, name]) => name)];
  say(`\n${title}\n${table(head, Object.keys(ratios).length > 0 ? [...cells, ...beside] : cells)}`);
}

/** @param {readonly import('./gates.mjs').Gate[]} gates */
export function printGates(gates) {
  if (gates.length === 0) return;
  const rows = gates.map((gate) => {
    const sign = gate.atMost ? '≤' : '≥';
    const result = isMet(gate) ? (isMet({ ...gate, gate: gate.aim }) ? 'met, and the aim' : 'met') : 'MISSED';
    const cell = (/** @type {number} */ value) => value.toFixed(3);
    return [gate.figure, cell(gate.value), `${sign} ${cell(gate.gate)}`, cell(gate.aim), gate.note, result];
  });
  say(`\nGates\n${table(['', 'value', 'gate', 'aim', 'beside', ''], rows)}`);
}
