import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type JournalEffects, type JournalOptions, journalEffects, openJournal } from '#main/notes/journal/journal.ts';
import { contents, draft, twice, value } from '#support/drafts.ts';

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'journal');
}

const opened = async (folder: string, options: JournalOptions = {}, effects: JournalEffects = journalEffects) =>
  value(await openJournal(folder, options, effects));

const files = (folder: string): readonly string[] => readdirSync(folder).sort();

describe('the journal on a real disk', () => {
  test('what was answered is there after a restart, and numbers go on', async () => {
    const folder = home();
    const first = await opened(folder);
    expect(value(await first.append([draft('a', 1, 'Ŵy 🧪'), draft('b', 1)])).map(({ seq }) => seq)).toEqual([1, 2]);
    await first.append([draft('a', 2, 'lone \ud800')]);
    await first.close();
    const second = await opened(folder);
    expect(second.found).toMatchObject({ lines: 3, damaged: 0, foreign: 0, unread: 0 });
    expect(second.heads()).toEqual([
      { note: 'a', rev: 'r2', seq: 3, op: 'put', held: false },
      { note: 'b', rev: 'r1', seq: 2, op: 'put', held: false },
    ]);
    expect(await contents(second)).toEqual({ a: { n: 2, text: 'lone \ud800' }, b: { n: 1, text: '' } });
    expect(value(await second.append([draft('c', 1)]))[0]?.seq).toBe(4);
    // Never to a file that was there: another program may be writing to it.
    expect(files(folder)).toEqual(['0001.jsonl', '0002.jsonl']);
  });

  test.each(['removed', 'moved'])(
    'B1 a journal that was %s while it is written to takes no words that would be gone',
    async (how) => {
      const folder = home();
      const journal = await opened(folder);
      value(await journal.append([draft('a', 1)]));
      if (how === 'removed') rmSync(folder, { recursive: true });
      else renameSync(folder, `${folder}-old`);
      const answer = await journal.append([draft('a', 2, 'words')]);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'journal-unwritable' } });
      // Tried again, they are where the next start looks for them.
      value(await journal.append([draft('a', 2, 'words')]));
      expect(await contents(await opened(folder))).toEqual({ a: { n: 2, text: 'words' } });
    },
  );

  test('B12 files whose numbers cannot be counted on from, and folders in the place of files, stop nothing', async () => {
    const folder = home();
    for (const name of ['0002.jsonl', 'compact.part']) mkdirSync(join(folder, name), { recursive: true });
    for (const name of ['9007199254740992.jsonl', '99999999999999999999.jsonl']) writeFileSync(join(folder, name), 'x');
    const before = files(folder);
    for (const rev of [1, 2]) value(await (await opened(folder)).append([draft('a', rev, 'words')]));
    expect(await contents(await opened(folder))).toEqual({ a: { n: 2, text: 'words' } });
    expect(files(folder)).toEqual(expect.arrayContaining([...before]));
  });

  test('appends that come together are written together', async () => {
    const folder = home();
    let syncs = 0;
    const { disk } = journalEffects;
    const counted = {
      ...disk,
      create: async (path: string) => {
        const file = await disk.create(path);
        return { ...file, sync: () => file.sync().finally(() => syncs++) };
      },
    };
    const journal = await opened(folder, {}, { ...journalEffects, disk: counted });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => journal.append([draft(`n${n}`, 1)])));
    expect(answers.map((answer) => value(answer)[0]?.seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(syncs).toBeLessThanOrEqual(2);
    expect((await opened(folder)).heads()).toHaveLength(200);
  });

  test('a full file is left for a new one', async () => {
    const folder = home();
    const journal = await opened(folder, { fileLimit: 1000 });
    for (let n = 1; n <= 9; n++) value(await journal.append([draft(`n${n}`, 1, 'x'.repeat(400))]));
    await journal.close();
    expect(files(folder)).toHaveLength(5);
    expect((await opened(folder)).heads()).toHaveLength(9);
  });

  test.each([
    ['a line cut off', (bytes: Buffer) => bytes.subarray(0, -7), 1],
    ['only its line feed cut off', (bytes: Buffer) => bytes.subarray(0, -1), 2],
    ['zeros after the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(4096)]), 2],
  ])('%s: the rest is read, and the file is not written on', async (_, spoil, lines) => {
    const folder = home();
    await (await opened(folder)).append([draft('a', 1), draft('a', 2)]);
    const path = join(folder, '0001.jsonl');
    const spoilt = spoil(readFileSync(path));
    writeFileSync(path, spoilt);
    const journal = await opened(folder);
    expect(journal.found.lines).toBe(lines);
    value(await journal.append([draft('a', 3)]));
    expect(readFileSync(path).equals(spoilt)).toBe(true);
    expect(files(folder)).toEqual(['0001.jsonl', '0002.jsonl']);
    expect((await opened(folder)).heads()[0]?.rev).toBe('r3');
  });

  test('numbers of lines that cannot be read are not given again', async () => {
    const folder = home();
    await (await opened(folder)).append([draft('a', 1), draft('a', 2), draft('a', 3)]);
    const path = join(folder, '0001.jsonl');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, bytes.length / 3));
    const journal = await opened(folder);
    expect(journal.found).toMatchObject({ lines: 1, damaged: 1 });
    expect(value(await journal.append([draft('a', 4)]))[0]?.seq).toBeGreaterThan(3);
  });

  test('a journal that was lost goes on above what the snapshots hold', async () => {
    const journal = await opened(home(), { after: 4711 });
    expect(value(await journal.append([draft('a', 1)]))[0]?.seq).toBe(4712);
  });

  test('what is no journal file is left alone', async () => {
    const folder = home();
    await (await opened(folder)).append([draft('a', 1)]);
    for (const name of ['notes.txt', '0001.jsonl.damaged', '2.jsonl', '0009.part'])
      writeFileSync(join(folder, name), 'x');
    expect((await opened(folder)).found).toMatchObject({ lines: 1, damaged: 0 });
  });

  test('only the person can read it', async () => {
    const folder = home();
    await (await opened(folder)).append([draft('a', 1)]);
    expect(statSync(join(folder, '0001.jsonl')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  test('a value that is no JSON fails alone', async () => {
    const journal = await opened(home());
    const good = journal.append([draft('a', 1)]);
    const bad = journal.append([{ ...draft('b', 1), fields: { n: 1n } }]);
    const more = journal.append([draft('c', 1)]);
    await expect(bad).rejects.toThrow(TypeError);
    value(await good);
    value(await more);
    expect(journal.heads().map(({ note }) => note)).toEqual(['a', 'c']);
  });
});

describe('D9 order', () => {
  test('D9 a clock that jumps reorders nothing', async () => {
    const folder = home();
    const times = ['2026-10-25T01:30:00Z', '2099-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-10-25T00:30:00Z'];
    for (const [at, time] of times.entries()) {
      const journal = await opened(folder, {}, { ...journalEffects, now: () => new Date(time) });
      expect(value(await journal.append([draft('a', at + 1)]))[0]?.seq).toBe(at + 1);
      await journal.close();
    }
    const journal = await opened(folder);
    // The last two at least: each start puts what is left of the files before together.
    expect(journal.found).toMatchObject({ damaged: 0, foreign: 0 });
    expect(journal.heads()[0]?.rev).toBe('r4');
    expect(await contents(journal)).toEqual({ a: { n: 4, text: '' } });
  });
});

describe('a file that was left', () => {
  const bytesIn = (folder: string): number =>
    files(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

  test('keeps the last two lines of each note, and what it kept before goes into one file with it', async () => {
    const folder = home();
    const journal = await opened(folder, { fileLimit: 20_000 });
    for (let n = 1; n <= 500; n++) {
      value(await journal.append([draft('a', n, 'x'.repeat(1_000))]));
      if (n % 100 === 0) value(await journal.append([draft(`b${n}`, 1, 'kept')]));
    }
    await journal.close();
    // Of half a megabyte a full file at most, and two lines of what came before.
    expect(bytesIn(folder)).toBeLessThan(25_000);
    expect(journal.size()).toBe(bytesIn(folder));
    expect(files(folder).length).toBeLessThanOrEqual(2);
    const again = await opened(folder, { fileLimit: 20_000 });
    expect(new Set(again.heads())).toEqual(new Set(journal.heads()));
    expect(await contents(again)).toMatchObject({ a: { n: 500 }, b100: { text: 'kept' }, b500: { text: 'kept' } });
    const before = await again.revisions([{ note: 'a', rev: 'r499' }]);
    expect(before[0]?.fields).toMatchObject({ n: 499 });
    expect(value(await again.append([draft('a', 501)]))[0]?.seq).toBe(506);
  });

  test('is left as it is where a piece is damaged: that may have been the last of its note', async () => {
    const folder = home();
    const journal = await opened(folder, { fileLimit: 5_000 });
    for (let n = 1; n <= 4; n++) value(await journal.append([draft('a', n, 'x'.repeat(900))]));
    const path = join(folder, '0001.jsonl');
    const bytes = readFileSync(path);
    bytes.fill(0, 1200, 1210);
    writeFileSync(path, bytes);
    for (let n = 5; n <= 7; n++) value(await journal.append([draft('a', n, 'x'.repeat(900))]));
    await journal.close();
    expect(files(folder)).toEqual(['0001.jsonl', '0002.jsonl']);
    const again = await opened(folder);
    expect(again.found.damaged).toBe(1);
    expect(await contents(again)).toMatchObject({ a: { n: 7 } });
  });

  test('lines whose content snapshots hold go where two later ones stand beside them', async () => {
    const folder = home();
    const journal = await opened(folder, { fileLimit: 3_000 });
    value(await journal.append([draft('a', 1), draft('b', 1)]));
    value(await journal.compact(twice([draft('a', 1), draft('b', 1)])));
    for (let n = 2; n <= 9; n++) value(await journal.append([draft('a', n, 'x'.repeat(900))]));
    await journal.close();
    const again = await opened(folder);
    expect(again.found.lines).toBeLessThan(7);
    expect(again.heads().find(({ note }) => note === 'b')).toMatchObject({ rev: 'r1', held: true });
    expect(await contents(again)).toMatchObject({ a: { n: 9 } });
  });

  test('answers for notes while it is made smaller', async () => {
    const folder = home();
    const journal = await opened(folder, { fileLimit: 4_000 });
    value(await journal.append([draft('first', 1, 'here')]));
    for (let n = 1; n <= 60; n++) {
      value(await journal.append([draft('a', n, 'x'.repeat(300))]));
      expect((await journal.entries(['first', 'a'])).map(({ fields }) => fields)).toEqual([
        { n: 1, text: 'here' },
        { n, text: 'x'.repeat(300) },
      ]);
    }
    await journal.close();
  });
});

describe('compaction', () => {
  /** What two snapshots hold that were made after the first so many of both. */
  const held = (count: number) =>
    twice([draft('a', count, 'x'.repeat(500)), ...Array.from({ length: count }, (_, at) => draft(`b${at + 1}`, 1))]);
  /** Three files that are not made smaller. */
  async function filled(folder: string) {
    const before = await opened(folder);
    for (let n = 1; n <= 10; n++) value(await before.append([draft('a', n, 'x'.repeat(500)), draft(`b${n}`, 1)]));
    await before.close();
    const lines = readFileSync(join(folder, '0001.jsonl'), 'utf8').split(/(?<=\n)/);
    for (const [at, name] of ['0001.jsonl', '0002.jsonl', '0003.jsonl'].entries())
      writeFileSync(join(folder, name), lines.slice(at * 8, at * 8 + 8).join(''), { mode: 0o600 });
    return opened(folder);
  }

  test('takes out only what snapshots hold, and everything later stays word for word', async () => {
    const folder = home();
    const journal = await filled(folder);
    const gone = value(await journal.compact(held(5)));
    expect(gone).toBeGreaterThan(2000);
    const again = await opened(folder);
    expect(
      again
        .heads()
        .filter(({ held }) => held)
        .map(({ note }) => note),
    ).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
    expect(again.heads().find(({ note }) => note === 'a')).toMatchObject({ rev: 'r10', held: false });
    // Lines 11 to 20 as they were, and of the first ten the last of `a` and the five others without content.
    expect(again.found).toMatchObject({ lines: 16, damaged: 0 });
    expect(journal.heads().filter(({ held }) => held)).toHaveLength(5);
    expect(journal.size()).toBe(again.found.bytes);
    expect((await contents(again)).b7).toEqual({ n: 1, text: '' });
    expect(value(await journal.append([draft('a', 11)]))[0]?.seq).toBe(21);
    expect(files(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('of what no snapshot holds nothing goes', async () => {
    const folder = home();
    const journal = await filled(folder);
    const before = files(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(value(await journal.compact([]))).toBe(0);
    // Snapshots of another journal.
    expect(value(await journal.compact(twice([draft('a', 10, 'other')])))).toBe(0);
    expect(files(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });

  test('twice is once, and numbers go on after all content went', async () => {
    const folder = home();
    const journal = await filled(folder);
    expect(value(await journal.compact(held(10)))).toBeGreaterThan(0);
    expect(value(await journal.compact(held(10)))).toBe(0);
    await journal.close();
    const again = await opened(folder);
    expect(again.heads()).toHaveLength(11);
    expect(again.heads().every(({ held }) => held)).toBe(true);
    expect(value(await again.append([draft('a', 11)]))[0]?.seq).toBe(21);
  });

  test('appends go on while it works', async () => {
    const folder = home();
    const journal = await filled(folder);
    const work = journal.compact(held(10));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append([draft('c', n + 1)])));
    value(await work);
    expect(answers.map((answer) => value(answer)[0]?.seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 21));
    const again = await opened(folder);
    expect(again.heads().find(({ note }) => note === 'c')).toMatchObject({ rev: 'r50', held: false });
  });

  test('a damaged file is set aside, not removed', async () => {
    const folder = home();
    const journal = await filled(folder);
    const path = join(folder, '0001.jsonl');
    const bytes = readFileSync(path);
    bytes.fill(0, 30, 40);
    writeFileSync(path, bytes);
    value(await journal.compact(held(10)));
    expect(readFileSync(`${path}.damaged`).equals(bytes)).toBe(true);
    expect((await opened(folder)).found.damaged).toBe(0);
  });
});
