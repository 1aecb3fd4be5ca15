import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ROOT } from '../../../scripts/runtime/paths.mjs';
import { Stop } from '../../../scripts/runtime/say.mjs';

/**
 * @typedef {{ id: string, title: string, text: string }} Doc
 * @typedef {{ id: string, text: string }} Query
 * @typedef {ReadonlyMap<string, ReadonlyMap<string, number>>} Judgements per query, the grade of each document
 * @typedef {object} Collection
 * @property {string} name of its folder
 * @property {readonly Doc[]} docs
 * @property {readonly Query[]} queries
 * @property {Judgements} judgements of its queries
 * @property {number} unasked judged queries that `queries.jsonl` does not hold; they are left out
 */

const SHARED = join(ROOT, '../shared/collections');
const FILES = ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'];

/** Folders that are measured when none is named: those beside the project. */
export function sharedCollections() {
  if (!existsSync(SHARED)) return [];
  return readdirSync(SHARED, { withFileTypes: true })
    .map(({ name }) => join(SHARED, name))
    .filter((folder) => FILES.every((name) => existsSync(join(folder, name))))
    .sort();
}

/**
 * @param {string} folder
 * @returns {Collection}
 * @throws {Stop} one sentence on what is wrong and what to do
 */
export function readCollection(folder) {
  const missing = FILES.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0)
    throw new Stop(`${folder} is not a collection: put ${missing.join(', ')} there, or name another folder.`);
  const docs = readDocs(join(folder, 'corpus.jsonl'));
  const queries = readRecords(join(folder, 'queries.jsonl'), ({ id, text }, where) => {
    if (typeof text !== 'string') throw new Stop(`${where} has no "text": give the query as "text".`);
    return { id: idOf(id, where), text };
  });
  const judged = readJudgements(join(folder, 'qrels.tsv'));
  const asked = new Set(queries.map(({ id }) => id));
  const judgements = new Map([...judged].filter(([id]) => asked.has(id)));
  if (judgements.size === 0)
    throw new Stop(
      `No query id of ${join(folder, 'qrels.tsv')} is in queries.jsonl: use the same ids in the first column.`,
    );
  return { name: basename(resolve(folder)), docs, queries, judgements, unasked: judged.size - judgements.size };
}

/**
 * @param {string} file JSON lines of `{ id, title, text }`; either text may be left out
 * @returns {readonly Doc[]}
 */
export const readDocs = (file) =>
  readRecords(file, ({ id, title = '', text = '' }, where) => {
    if (typeof title !== 'string' || typeof text !== 'string')
      throw new Stop(`${where} has a "title" or "text" that is not text: write both as JSON strings.`);
    return { id: idOf(id, where), title, text };
  });

/** @param {unknown} id @param {string} where */
function idOf(id, where) {
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  throw new Stop(`${where} has no "id": give each line an id of its own.`);
}

/**
 * @template {{ id: string }} T
 * @param {string} file
 * @param {(record: Record<string, unknown>, where: string) => T} shape
 * @returns {T[]}
 */
function readRecords(file, shape) {
  /** @type {Map<string, T>} */
  const records = new Map();
  for (const { line, where } of linesOf(file)) {
    const record = shape(recordOf(line, where), where);
    if (records.has(record.id))
      throw new Stop(`${where} has the id "${record.id}" again: give each line an id of its own.`);
    records.set(record.id, record);
  }
  if (records.size === 0) throw new Stop(`${file} is empty: it needs one JSON object on each line.`);
  return [...records.values()];
}

/** @param {string} line @param {string} where @returns {Record<string, unknown>} */
function recordOf(line, where) {
  try {
    const value = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new Stop(`${where} is not a JSON object: write one object on each line.`);
}

/** @param {string} file @returns {Judgements} */
function readJudgements(file) {
  const [head, ...rows] = linesOf(file);
  if (!head || /^[^\t]+\t[^\t]+\t-?\d+$/.test(head.line))
    throw new Stop(`${file} has no header: its first line must name the columns, "qid docid grade", parted by tabs.`);
  /** @type {Map<string, Map<string, number>>} */
  const judgements = new Map();
  for (const { line, where } of rows) {
    const [query = '', doc = '', grade = '', ...more] = line.split('\t');
    if (query === '' || doc === '' || more.length > 0 || !/^-?\d+$/.test(grade))
      throw new Stop(`${where} is not a judgement: write query id, document id and a whole grade, parted by tabs.`);
    const grades = judgements.get(query) ?? new Map();
    judgements.set(query, grades.set(doc, Math.max(grades.get(doc) ?? 0, Number(grade))));
  }
  return judgements;
}

/** Lines that hold something, each with where it stands. @param {string} file */
function linesOf(file) {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line, where: `Line ${at + 1} of ${file}` }))
    .filter(({ line }) => line.trim() !== '');
}
