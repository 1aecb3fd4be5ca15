import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT } from '../../../scripts/runtime/paths.mjs';

const CORPORA = join(ROOT, '../shared/corpora');
/** The corpus whose history is followed, and the folder of its pages. */
const NAME = '18f-guides';
const PAGES = 'content/';
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/** @typedef {{ day: string, commit: string }} Month */

/**
 * The Git directory with the history of the corpus, or `null` with a printed line: history is not made up.
 * @param {string | undefined} given
 */
export function historyOf(given) {
  const place = given ?? join(CORPORA, `${NAME}.git`);
  if (existsSync(place)) return place;
  console.log(`skipped: a year of updates. The history of ${NAME} is not here; name its Git directory with --history`);
  return null;
}

/**
 * The newest commits of a line at the ends of so many months, the last of them the newest there is.
 * @param {string} git
 * @param {number} count
 * @returns {readonly Month[]}
 */
export function monthEnds(git, count) {
  const show = (/** @type {readonly string[]} */ args) => {
    const [commit = '', day = ''] = gitIn(git, ['log', '-1', '--first-parent', '--format=%H %cs', ...args])
      .toString()
      .trim()
      .split(' ');
    return { commit, day };
  };
  const newest = show([]);
  const [year = 0, month = 0] = newest.day.split('-').map(Number);
  const ends = Array.from({ length: count - 1 }, (_, at) => {
    const next = new Date(Date.UTC(year, month - 1 - at, 1));
    return show([`--before=${next.toISOString()}`]);
  });
  return [...ends.reverse(), newest];
}

/**
 * Lays the pages of a commit into a folder, and the pictures that they name.
 * @param {string} git
 * @param {string} commit
 * @param {string} to
 */
export function layOut(git, commit, to) {
  const whole = `${to}-whole`;
  mkdirSync(whole, { recursive: true });
  execFileSync('tar', ['-x', '-C', whole], { input: gitIn(git, ['archive', '--format=tar', commit]) });
  const files = readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(whole.length + 1));
  const pages = files.filter((name) => name.startsWith(PAGES) && name.endsWith('.md'));
  const words = pages.map((name) => readFileSync(join(whole, name), 'utf8')).join('\n');
  const pictures = files.filter((name) => PICTURE.test(name) && words.includes(basename(name)));
  for (const name of [...pages, ...pictures]) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(whole, name), join(to, name));
  }
}

/** @param {string} git @param {readonly string[]} args */
const gitIn = (git, args) => execFileSync('git', ['-C', git, ...args], { maxBuffer: 1024 ** 3 });
