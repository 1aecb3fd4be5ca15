import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, ownFolder } from '../../scripts/runtime/launch.mjs';
import { succeeds } from '../../scripts/runtime/run.mjs';
import { newNote, writeOn } from './note-window.mjs';
import { openProfile } from './profile.mjs';

/** @typedef {{ path: string, done: number }} Sync a file that was put on the disk, and when: ms since 1970 */

const SAVES = 20;

/**
 * Counts, from outside, what the app asks the disk for between a key and the word "Saved".
 * @type {import('../../scripts/soak.mjs').Row}
 */
export async function soakSyncs(bench, progress) {
  if (process.platform !== 'linux' || !succeeds('strace', ['-o', '/dev/null', 'true']))
    return { figures: {}, wrong: [], skipped: 'strace is not here or may not be used.' };
  const { app, page } = await openProfile(bench).start();
  await writeOn(page, await newNote(page));
  // The starter packs are written meanwhile.
  await page.waitForTimeout(15_000);
  const file = join(ownFolder(null, 'strace'), 'syncs');
  const words = ['-f', '-ttt', '-T', '-y', '-e', 'trace=fsync,fdatasync', '-o', file];
  const pids = processesOf(Number(app.process().pid)).flatMap((pid) => ['-p', String(pid)]);
  const strace = spawn('strace', [...words, ...pids], { stdio: 'ignore' });
  await page.waitForTimeout(2_000);
  const saves = [];
  for (let save = 1; save <= SAVES; save += 1) {
    const typed = Date.now();
    const saved = page.evaluate(untilSaved);
    await page.keyboard.type(`w${save} `);
    saves.push({ typed, saved: await saved });
    await page.waitForTimeout(300);
    progress(`${save} of ${SAVES} saves`);
  }
  strace.kill('SIGINT');
  await once(strace, 'exit');
  await end(app);
  const syncs = readSyncs(readFileSync(file, 'utf8'));
  const counts = saves.map(({ typed, saved }) => {
    const within = syncs.filter(({ done }) => done > typed && done <= saved);
    const count = (/** @type {RegExp} */ where) => within.filter(({ path }) => where.test(path)).length;
    return { journal: count(/\/journal\/\d+\.jsonl$/), store: count(/\/IndexedDB\//) };
  });
  const least = {
    journal: Math.min(...counts.map((one) => one.journal)),
    store: Math.min(...counts.map((one) => one.store)),
  };
  return {
    figures: { saves: SAVES, 'syncs of the journal, least': least.journal, 'syncs of the store, least': least.store },
    wrong: [
      ...(least.journal < 1 ? ['"Saved" was shown before the journal was on the disk.'] : []),
      ...(least.store < 1 ? ['"Saved" was shown before the window’s store was on the disk.'] : []),
    ],
  };
}

/** Runs in the page: answers when the status line has gone from "Saving…" to "Saved". @returns {Promise<number>} */
function untilSaved() {
  return new Promise((resolve) => {
    let saving = false;
    const look = () => {
      const isSaved = [...document.querySelectorAll('b')].some((bold) => bold.textContent === 'Saved');
      if (!isSaved) saving = true;
      else if (saving) {
        watch.disconnect();
        resolve(Date.now());
      }
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** A process and all of its group. @param {number} leader */
function processesOf(leader) {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      return group === leader ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** @param {string} trace @returns {Sync[]} */
function readSyncs(trace) {
  /** Calls that were begun, by thread. @type {Map<string, string>} */
  const begun = new Map();
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', time = '', call = ''] = /^(\d+) +([\d.]+) (.*)$/.exec(line) ?? [];
    const path = /^f(?:data)?sync\(\d+<([^>]*)>/.exec(call)?.[1] ?? begun.get(thread);
    if (path === undefined) return [];
    if (call.includes('<unfinished')) {
      begun.set(thread, path);
      return [];
    }
    begun.delete(thread);
    if (!/= 0\b/.test(call)) return [];
    // A line has the time at which its call began, or was resumed.
    const took = call.startsWith('<...') ? 0 : Number(/<([\d.]+)>$/.exec(call)?.[1] ?? 0);
    return [{ path, done: (Number(time) + took) * 1_000 }];
  });
}
