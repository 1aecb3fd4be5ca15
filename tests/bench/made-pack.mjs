import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openToAll } from '../../scripts/runtime/place.mjs';
import { packIn, tool } from './corpus-pack.mjs';
import { folderFor } from './own-folders.mjs';

const PAGES = 1_000;
const SECTIONS = 20;
const WORDS = 60;

/**
 * A pack of 20,000 sections of made-up words that are as common and as rare as those of a language (Zipf). The same
 * each time.
 * @returns {{ file: string, words: readonly string[] }} the pack and its words, commonest first
 */
export function madePack() {
  const folder = folderFor('made');
  const next = numbers(20_261_123);
  const words = vocabulary(next, 20_000);
  const word = () => words[Math.min(words.length - 1, Math.floor(words.length ** next()) - 1)] ?? 'word';
  const sentence = (/** @type {number} */ length) => Array.from({ length }, word).join(' ');
  mkdirSync(join(folder, 'source/pages'), { recursive: true });
  writeFileSync(join(folder, 'source/pack.yaml'), PACK);
  for (let page = 0; page < PAGES; page += 1) {
    const sections = Array.from({ length: SECTIONS - 1 }, () => `## ${sentence(4)}\n\n${sentence(WORDS)}.\n`);
    writeFileSync(
      join(folder, `source/pages/page-${page}.md`),
      `---\nid: page-${page}\ntitle: ${sentence(4)} ${page}\nsummary: ${sentence(8)}\nstage: [shape]\n---\n\n${sentence(WORDS)}.\n\n${sections.join('\n')}`,
    );
  }
  tool(['build', join(folder, 'source'), '--out', join(folder, 'packs')]);
  openToAll(folder);
  return { file: packIn(join(folder, 'packs')).file, words };
}

const PACK = `id: made
title: Made for measuring
version: "1"
release: 1
publisher: Satchel
language: en-GB
licence: CC-BY-4.0
marking: OFFICIAL
created: 2026-11-23
`;

/** A linear congruential generator (Numerical Recipes): 0 to 1. @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {() => number} next @param {number} size */
function vocabulary(next, size) {
  const heads = [
    'b',
    'br',
    'c',
    'ch',
    'd',
    'dr',
    'f',
    'g',
    'gr',
    'h',
    'l',
    'm',
    'n',
    'p',
    'pl',
    'r',
    's',
    'st',
    't',
    'tr',
    'v',
    'w',
  ];
  const hearts = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
  const tails = ['', 'l', 'm', 'n', 'r', 'st', 't', 'nd'];
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  const made = new Set();
  while (made.size < size)
    made.add(
      Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(heads) + pick(hearts) + pick(tails)).join(''),
    );
  return [...made];
}
