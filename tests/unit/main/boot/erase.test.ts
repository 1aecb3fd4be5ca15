import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sayIn } from '#domain/words/words.ts';
import {
  askErase,
  type EraseEffects,
  eraseEffects,
  eraseHome,
  eraseIfAsked,
  eraseRest,
  isEraseAsked,
  type Left,
} from '#main/boot/erase.ts';
import { leftWords } from '#main/boot/left-words.ts';

const base = mkdtempSync(join(tmpdir(), 'satchel-erase-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const HASH = 'a'.repeat(64);
const HALF = 'satchel-00000000-0000-4000-8000-000000000000.part';
/** What this version and earlier ones leave in a home folder. */
const OURS = [
  'settings.json',
  'settings.json.part',
  'guards.json',
  'window.json',
  'ballast',
  'move-aside',
  'probe',
  HALF,
  'journal/0001.jsonl',
  'journal/0002.jsonl.damaged',
  'journal/0003.jsonl.part',
  `files/${HASH}`,
  `files/${HASH}.part`,
  `files/${HALF}`,
  'snapshots/000001-2026-11-23.json.gz',
  'snapshots/000002-2026-11-24.json.gz.part',
  'aside/1-IndexedDB/app_satchel_0.indexeddb.leveldb/000003.log',
  'logs/satchel.log',
  'logs/satchel.log.old',
  'crashes/client_id',
  'crashes/pending/1.dmp',
  'profile/Preferences',
  'profile/Cookies-journal',
  'profile/IndexedDB/app_satchel_0.indexeddb.leveldb/CURRENT',
  'profile/Code Cache/js/index',
  'profile/DawnGraphiteCache/index',
];
const THEIRS = [
  'thesis.docx',
  'Holiday photos/a.jpg',
  'files/holiday.jpg',
  'snapshots/notes.txt',
  'journal/diary.md',
  'profile/thesis.docx',
  'logs/other.log',
  'aside/mine.txt',
];

function home(...names: readonly string[]): string {
  const folder = mkdtempSync(join(base, 'h-'));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
  return folder;
}
const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const why = (left: readonly Left[]): readonly string[] => left.map((one) => `${one.path} ${one.why}`).sort();

test('B5 all that Satchel made goes, in two steps, and then the folder', () => {
  const folder = home(...OURS);
  symlinkSync('laptop-4711', join(folder, 'profile/SingletonLock'));
  expect(eraseHome(folder)).toEqual([]);
  // Chromium still has these open.
  expect(readdirSync(folder).sort()).toEqual(['crashes', 'logs', 'profile']);
  eraseRest(folder);
  expect(existsSync(folder)).toBe(false);
});

test('B5 what somebody else put there stays, in our folders too, and is named', () => {
  const folder = home(...OURS, ...THEIRS);
  expect(why(eraseHome(folder))).toEqual(
    THEIRS.map((name) => `${name.startsWith('Holiday') ? 'Holiday photos' : name} foreign`).sort(),
  );
  eraseRest(folder);
  expect(files(folder)).toEqual([...THEIRS].sort());
  expect(existsSync(join(folder, 'crashes'))).toBe(false);
});

test('B5 no link is followed, and nothing that only has our name is taken for ours', () => {
  const elsewhere = home('a.jpg', '0001.jsonl', 'IndexedDB/a', HASH);
  const folder = home('guards.json');
  for (const name of ['journal', 'files', 'profile', 'aside']) symlinkSync(elsewhere, join(folder, name));
  symlinkSync(join(elsewhere, 'a.jpg'), join(folder, 'window.json'));
  mkdirSync(join(folder, 'settings.json'));
  writeFileSync(join(folder, 'snapshots'), 'x');
  execFileSync('mkfifo', [join(folder, 'ballast')]);
  expect(why(eraseHome(folder))).toEqual([
    'aside link',
    'ballast foreign',
    'files link',
    'journal link',
    'profile link',
    'settings.json foreign',
    'snapshots foreign',
    'window.json link',
  ]);
  eraseRest(folder);
  expect(files(elsewhere)).toEqual(['0001.jsonl', 'IndexedDB/a', 'a.jpg', HASH].sort());
  expect(existsSync(join(folder, 'guards.json'))).toBe(false);
});

test('B5 what the system does not let go is named, and the rest goes all the same', () => {
  const folder = home(...OURS);
  const held = {
    ...eraseEffects,
    removeFile: (path: string) => {
      if (path.endsWith('0001.jsonl')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      eraseEffects.removeFile(path);
    },
  };
  expect(why(eraseHome(folder, held))).toEqual(['journal/0001.jsonl refused']);
  eraseRest(folder, held);
  expect(files(folder)).toEqual(['journal/0001.jsonl']);
  expect(eraseHome(join(base, 'none'))).toEqual([]);
});

test('B5 a person is told plainly what stays, where and why', () => {
  const say = sayIn('en-GB');
  expect(leftWords('/h', [{ path: 'thesis.docx', why: 'foreign' }], say)).toEqual({
    message: 'Everything that Satchel kept on this laptop is deleted.',
    detail: 'One thing stays in /h\n\nthesis.docx: Satchel did not make it.',
  });
  const many = Array.from({ length: 12 }, (_, n): Left => ({ path: `${n}`, why: n === 0 ? 'link' : 'refused' }));
  const { message, detail } = leftWords('/h', many, say);
  expect(message).toBe('Not everything that Satchel kept could be deleted.');
  expect(detail).toMatch(/^12 things stay.*0: it leads to another place.*9: the system did not.*\n2 more\.$/s);
});

test('B5 all that was confirmed is marked before anything goes, and the mark goes last', () => {
  const folder = home(...OURS);
  askErase(folder);
  const order: string[] = [];
  const effects: EraseEffects = {
    ...eraseEffects,
    removeFile: (path) => {
      eraseEffects.removeFile(path);
      order.push(path);
    },
    removeFolder: (path) => {
      eraseEffects.removeFolder(path);
      order.push(path);
    },
  };
  expect(eraseHome(folder, effects)).toEqual([]);
  expect(isEraseAsked(folder)).toBe(true);
  eraseRest(folder, effects);
  expect(order.at(-1)).toBe(join(folder, 'erase-asked'));
  expect(existsSync(folder)).toBe(false);
});

// As a power cut or the end of the process leaves it, after each name that is deleted.
test('B5 cut off at any moment, the next start goes on with it before it reads a word', () => {
  const some = OURS.filter((_, index) => index % 3 === 0);
  let at = 0;
  for (; ; at++) {
    const folder = home(...some, 'thesis.docx');
    symlinkSync('laptop-4711', join(folder, 'profile/SingletonLock'));
    askErase(folder);
    let count = 0;
    // From then on nothing is done any more.
    const cut =
      <T extends unknown[]>(call: (...args: T) => void) =>
      (...args: T) => {
        if (count++ >= at) throw new Error('the end');
        call(...args);
      };
    const effects: EraseEffects = {
      list: eraseEffects.list,
      removeFile: cut(eraseEffects.removeFile),
      removeFolder: cut(eraseEffects.removeFolder),
      removeEmpty: cut(eraseEffects.removeEmpty),
    };
    eraseHome(folder, effects);
    eraseRest(folder, effects);
    if (count <= at) break;
    const isOver = !isEraseAsked(folder);
    if (isOver) expect(files(folder)).toEqual(['thesis.docx']);
    // Chromium has taken its lock by then, and the log may have a line.
    mkdirSync(join(folder, 'profile'), { recursive: true });
    rmSync(join(folder, 'profile/SingletonLock'), { force: true });
    symlinkSync('laptop-4712', join(folder, 'profile/SingletonLock'));
    expect(eraseIfAsked(folder)).toEqual([]);
    expect(files(folder)).toEqual(['profile/SingletonLock', 'thesis.docx']);
    expect(isEraseAsked(folder)).toBe(false);
  }
  // A moment for each that went.
  expect(at).toBeGreaterThan(some.length);
});

test('B5 a start that nobody asked it of deletes nothing', () => {
  const folder = home(...OURS);
  expect(eraseIfAsked(folder)).toEqual([]);
  expect(files(folder)).toEqual([...OURS].sort());
});

test('B5 what the disk does not let go is named at that start, and what is written later is not deleted', () => {
  const folder = home(...OURS);
  askErase(folder);
  const effects: EraseEffects = {
    ...eraseEffects,
    removeFile: (path) => {
      if (path.endsWith('0001.jsonl')) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      eraseEffects.removeFile(path);
    },
  };
  expect(why(eraseIfAsked(folder, effects))).toEqual(['journal/0001.jsonl refused']);
  expect(isEraseAsked(folder)).toBe(false);
  expect(files(folder)).toEqual(['journal/0001.jsonl']);
});

test('B5 where the mark itself stays nothing else may begin', () => {
  const folder = home(...OURS);
  askErase(folder);
  const effects: EraseEffects = {
    ...eraseEffects,
    removeFile: (path) => {
      if (path.endsWith('erase-asked')) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      eraseEffects.removeFile(path);
    },
  };
  expect(why(eraseIfAsked(folder, effects))).toEqual(['erase-asked refused']);
});
