import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../../scripts/runtime/paths.mjs';

const CORPORA = join(ROOT, '../shared/corpora');
/** The corpora whose history is followed, and the folders of their pages. */
const FOLLOWED = [
  { name: '18f-guides', pages: ['content/'] },
  { name: 'ukho-engineering', pages: ['docs/', 'technical-docs/'] },
];
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/**
 * @typedef {{ day: string, commit: string }} Month
 * @typedef {{ name: string, pages: readonly string[], git: string }} History
 */

/**
 * The Git directories with the histories of corpora, `<corpus>.git` in one folder. What is absent is said: history is
 * not made up.
 * @param {string | undefined} folder
 * @returns {readonly History[]}
 */
export const historiesIn = (folder = CORPORA) =>
  FOLLOWED.flatMap(({ name, pages }) => {
    const git = join(folder, `${name}.git`);
    if (existsSync(git)) return [{ name, pages, git }];
    console.log(`skipped: a year of ${name}. Its history, ${name}.git, is not here; say where with --history FOLDER`);
    return [];
  });

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
 * @param {History} history
 * @param {string} commit
 * @param {string} to
 */
export function layOut({ git, pages: folders }, commit, to) {
  mkdirSync(to, { recursive: true });
  const take = (/** @type {readonly string[]} */ names) => {
    const input = gitIn(git, ['archive', '--format=tar', commit, '--', ...names]);
    execFileSync('tar', ['-x', '-C', to], { input });
  };
  const files = gitIn(git, ['ls-tree', '-r', '-z', '--name-only', commit]).toString().split('\0');
  const pages = files.filter((name) => name.endsWith('.md') && folders.some((folder) => name.startsWith(folder)));
  take(pages);
  const words = pages.map((name) => readFileSync(join(to, name), 'utf8')).join('\n');
  const pictures = files.filter((name) => PICTURE.test(name) && words.includes(basename(name)));
  if (pictures.length > 0) take(pictures);
}

/** @param {string} git @param {readonly string[]} args */
const gitIn = (git, args) => execFileSync('git', ['-C', git, ...args], { maxBuffer: 1024 ** 3, stdio: 'pipe' });
