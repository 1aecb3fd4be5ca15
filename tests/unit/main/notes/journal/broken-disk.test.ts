import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openJournal } from '#main/notes/journal/journal.ts';
import { contents, draft, twice, value } from '#support/drafts.ts';
import { diskError, FakeDisk, failAt } from '#support/fake-disk.ts';

const FOLDER = '/profile/journal';
const now = () => new Date('2026-11-23T12:00:00Z');
const OPTIONS = { fileLimit: 700 };
const opened = async (disk: FakeDisk) => value(await openJournal(FOLDER, OPTIONS, { disk, now }));

/** Revisions answered for, by note. */
type Answered = Map<string, number>;

/** Saves some notes again and again, as a person does who goes on after "Not saved". Answers what was answered for. */
async function work(
  disk: FakeDisk,
  answered: Answered,
  rounds: number,
  compact = false,
  options = OPTIONS,
): Promise<void> {
  const result = await openJournal(FOLDER, options, { disk, now });
  if (!result.ok) return;
  const journal = result.value;
  for (let n = 1; n <= rounds; n++) {
    const drafts = ['a', 'b', 'c'].map((note) => draft(note, (answered.get(note) ?? 0) + 1, 'x'.repeat(60)));
    const results = await Promise.all(drafts.map((one) => journal.append([one])));
    for (const [at, { ok }] of results.entries()) {
      const one = drafts[at];
      if (ok && one) answered.set(one.note, Number(one.fields.n));
    }
    // What two snapshots hold: the notes as the second round left them.
    const held = ['a', 'b', 'c'].map((note) => draft(note, 2, 'x'.repeat(60)));
    if (compact && n === 4) await journal.compact(twice(held));
  }
  await journal.close();
}

/** Everything that was answered for is there, or newer. */
async function expectKept(disk: FakeDisk, answered: Answered, held = 0): Promise<void> {
  const journal = await opened(disk);
  const found = await contents(journal);
  for (const [note, n] of answered) {
    const head = journal.heads().find((one) => one.note === note);
    expect(Number(head?.rev.slice(1)), `note ${note}`).toBeGreaterThanOrEqual(n);
    if (head && head.seq <= held && head.held) continue;
    expect(found[note], `content of ${note}`).toMatchObject({ n: Number(head?.rev.slice(1)) });
  }
}

describe('a power cut', () => {
  test('D2 nothing answered is lost when the disk drops what was not synced, at any call', async () => {
    const whole = new FakeDisk();
    await work(whole, new Map(), 6);
    for (let cut = 1; cut <= whole.calls; cut++) {
      const disk = new FakeDisk({ before: failAt(cut, 'EIO', true) });
      const answered: Answered = new Map();
      await work(disk, answered, 6);
      await expectKept(disk.afterPowerCut(), answered);
    }
  });

  test('D2 nor when it kept some of it, torn anywhere, over three cuts with work in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (cuts, chance) => {
          const answered: Answered = new Map();
          let disk = new FakeDisk();
          for (const cut of cuts) {
            disk.before = failAt(cut, 'EIO', true);
            await work(disk, answered, 5);
            disk = disk.afterPowerCut(() => chance.next().value);
            await expectKept(disk, answered);
            disk.calls = 0;
          }
          await work(disk, answered, 2);
          await expectKept(disk.afterPowerCut(), answered);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('D2 nor when the cut comes anywhere while files that were left are made smaller', async () => {
    // Four times over of each note, so that half of a full file goes.
    const options = { fileLimit: 2_000 };
    const calls: number[] = [];
    const whole = new FakeDisk({ before: (call, _, path) => void (path.endsWith('.part') && calls.push(call)) });
    await work(whole, new Map(), 14, false, options);
    expect(calls.length).toBeGreaterThan(10);
    // From the first call of the first time to the removal of the old files after the last.
    for (let cut = Math.min(...calls) - 4; cut <= Math.max(...calls) + 8; cut++) {
      for (const torn of [0, 0.6, 1]) {
        const disk = new FakeDisk({ before: failAt(cut, 'EIO', true) });
        const answered: Answered = new Map();
        await work(disk, answered, 14, false, options);
        const left = disk.afterPowerCut(() => torn);
        await expectKept(left, answered);
        // And what is written after the restart, through more of the same.
        await work(left, answered, 8, false, options);
        await expectKept(left.afterPowerCut(), answered);
      }
    }
  });

  test('D2 nor when the cut comes anywhere in a compaction', async () => {
    const whole = new FakeDisk();
    await work(whole, new Map(), 6, true);
    expect([...(await whole.names(FOLDER))]).not.toContain('0001.jsonl');
    for (let cut = 1; cut <= whole.calls; cut++) {
      for (const torn of [0, 1]) {
        const disk = new FakeDisk({ before: failAt(cut, 'EIO', true) });
        const answered: Answered = new Map();
        await work(disk, answered, 6, true);
        await expectKept(
          disk.afterPowerCut(() => torn),
          answered,
          6,
        );
      }
    }
  });
});

describe('a disk that refuses', () => {
  test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'ESTALE', 'ENODEV'])(
    'D11 %s at any one call: a refusal, and the journal goes on',
    async (code) => {
      const whole = new FakeDisk();
      await work(whole, new Map(), 6, true);
      for (let at = 1; at <= whole.calls; at++) {
        const disk = new FakeDisk({ before: failAt(at, code) });
        const answered: Answered = new Map();
        await work(disk, answered, 6, true);
        disk.before = undefined;
        await expectKept(disk, answered, 6);
        await work(disk, answered, 1);
        await expectKept(disk.afterPowerCut(), answered, 6);
        // One call that fails costs one round at most, or the opening.
        expect(answered.get('a')).toBeGreaterThanOrEqual(1);
      }
    },
  );

  test.each([
    ['ENOSPC', { code: 'no-space', needed: 1 }],
    ['EDQUOT', { code: 'no-space', needed: 1 }],
    ['EIO', { code: 'journal-unwritable' }],
    ['EACCES', { code: 'journal-unwritable' }],
    ['EROFS', { code: 'journal-unwritable' }],
  ])('%s has its words', async (code, problem) => {
    const disk = new FakeDisk();
    const journal = await opened(disk);
    disk.before = () => {
      throw diskError(code);
    };
    expect(await journal.append([draft('a', 1)])).toEqual({ ok: false, problem });
    expect(journal.heads()).toEqual([]);
    disk.before = undefined;
    value(await journal.append([draft('a', 1)]));
    expect(await contents(journal)).toEqual({ a: { n: 1, text: '' } });
  });

  test('a folder that cannot be read is a refusal: numbers would begin anew', async () => {
    const disk = new FakeDisk({ before: failAt(1, 'EACCES') });
    expect(await openJournal(FOLDER, {}, { disk, now })).toEqual({
      ok: false,
      problem: { code: 'journal-unwritable' },
    });
  });

  test('a file that cannot be read keeps no one from saving, and none of its numbers is given again', async () => {
    const disk = new FakeDisk();
    const answered: Answered = new Map();
    await work(disk, answered, 6);
    const last = (await opened(disk)).last();
    const third = (await disk.names(FOLDER)).toSorted()[2] ?? '';
    disk.before = (_, name, path) => {
      if (name === 'read' && path.endsWith(third)) throw diskError('EIO');
    };
    const journal = await opened(disk);
    expect(journal.found.unread).toBe(1);
    expect(value(await journal.append([draft('a', 50)]))[0]?.seq).toBeGreaterThan(last);
    disk.before = undefined;
    await expectKept(disk, answered.set('a', 50));
  });

  test('a disk that fills up: the torn line is cut, and later lines are readable', async () => {
    const disk = new FakeDisk({ room: 1500 });
    const journal = await opened(disk);
    const kept: Answered = new Map();
    let refused = 0;
    for (let n = 1; n <= 30; n++) {
      const result = await journal.append([draft('a', n, 'x'.repeat(90))]);
      if (result.ok) kept.set('a', n);
      else {
        refused++;
        expect(result.problem).toEqual({ code: 'no-space', needed: 1 });
        if (refused === 10) disk.room = 10_000;
      }
    }
    expect(refused).toBe(10);
    expect((await disk.names(FOLDER)).length).toBeLessThan(9);
    await expectKept(disk, kept);
    expect((await opened(disk)).found.damaged).toBe(0);
    // Without room to spare nothing was lost of what lay there.
    await expectKept(disk.afterPowerCut(), kept);
  });

  test('D11 a slow disk with random errors: order and answers hold, nothing is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(99)), fc.integer({ min: 1, max: 30 }), async (dice, percent) => {
        const disk = new FakeDisk();
        const journal = await opened(disk);
        disk.before = async () => {
          const rolled = dice.next().value;
          if (rolled % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
          if (rolled < percent) throw diskError('EIO');
        };
        const answers = await Promise.all(
          Array.from({ length: 40 }, async (_, n) => {
            if (n % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
            const draftOf = draft(`n${n % 5}`, n + 1);
            return { n, note: draftOf.note, result: await journal.append([draftOf]) };
          }),
        );
        disk.before = undefined;
        const found = await opened(disk);
        const stamps = answers.flatMap(({ note, n, result }) =>
          result.ok ? result.value.map(({ seq }) => ({ note, n, seq })) : [],
        );
        expect(new Set(stamps.map(({ seq }) => seq)).size).toBe(stamps.length);
        for (const { note, seq } of stamps)
          expect(found.heads().find((head) => head.note === note)?.seq).toBeGreaterThanOrEqual(seq);
      }),
      { numRuns: 60 },
    );
  });
});
