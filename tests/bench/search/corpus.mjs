import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../../scripts/runtime/paths.mjs';
import { seeded } from './seeded.mjs';

const SEED = 42;
/** Raise it when what is generated changes: files of another version are made again. */
const VERSION = 1;
/** Share of made-up rare words: the vocabulary of real texts never stops growing either. */
const RARE = 0.02;
const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se so ta te ti to va ve vi'.split(
    ' ',
  );

/** @typedef {import('./engines/engines.mjs').Doc} Doc */

/**
 * A file of made-up sections in the words of real ones, made once and kept under `out/`.
 * @param {readonly Doc[]} docs
 * @param {number} size
 * @returns {string} the file
 */
export function corpusFile(docs, size) {
  const key = createHash('sha256')
    .update(`${VERSION}\n${JSON.stringify(docs)}`)
    .digest('hex')
    .slice(0, 12);
  const folder = join(OUT, 'bench/search/corpora', key);
  const file = join(folder, `${size}.jsonl`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w');
  for (const doc of sections(docs, size)) writeSync(handle, `${JSON.stringify(doc)}\n`);
  closeSync(handle);
  renameSync(unfinished, file);
  return file;
}

/**
 * Each word follows the one before as it does somewhere in the real texts; lengths spread like those of real sections.
 * @param {readonly Doc[]} docs
 * @param {number} size
 * @returns {Generator<Doc>}
 */
export function* sections(docs, size) {
  const next = seeded(SEED);
  const { starts, followers } = chain(docs);
  const start = () => starts[Math.floor(next() * starts.length)] ?? 'word';
  const rareWords = 800 * Math.sqrt(size);
  const rare = () => madeUp(Math.floor(Math.exp(next() * Math.log(rareWords))));
  const text = (/** @type {number} */ length) => {
    const words = [];
    let word = start();
    for (let count = 0; count < length; count++) {
      words.push(next() < RARE ? rare() : word);
      const after = followers.get(word);
      word = after?.[Math.floor(next() * after.length)] ?? start();
    }
    return words.join(' ');
  };
  for (let number = 0; number < size; number++) {
    // About normal, so that lengths are about log-normal: 80 words, most between 40 and 160.
    const spread = next() + next() + next() - 1.5;
    const length = Math.max(20, Math.min(600, Math.round(Math.exp(4.4 + 1.1 * spread))));
    yield { id: `s${number}`, title: text(4 + Math.floor(next() * 5)), text: text(length) };
  }
}

/** @param {readonly Doc[]} docs */
function chain(docs) {
  /** @type {Map<string, string[]>} */
  const followers = new Map();
  /** @type {string[]} */
  const starts = [];
  for (const { title, text } of docs) {
    const words = `${title} . ${text}`.toLowerCase().split(/\s+/).filter(Boolean);
    if (words[0] && words.length > 2) starts.push(words[0]);
    for (const [place, word] of words.slice(0, -1).entries()) {
      const list = followers.get(word) ?? [];
      list.push(words[place + 1] ?? '');
      followers.set(word, list);
    }
  }
  return { starts, followers };
}

/** The same word for the same number; low numbers are common. @param {number} number */
function madeUp(number) {
  let word = '';
  for (let left = number + SYLLABLES.length ** 2; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
}
