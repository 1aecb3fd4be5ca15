import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import { writeLine } from '#domain/journal/line.ts';
import { openJournal } from '#main/notes/journal/journal.ts';
import { contents, twice, value } from '#support/drafts.ts';
import { FakeDisk } from '#support/fake-disk.ts';

const put = (rev: number, text: string, more: Partial<Draft> = {}): Draft => ({
  note: 'n',
  rev: String(rev),
  parent: null,
  op: 'put',
  fields: { id: 'n', title: 'Note', text },
  ...more,
});
const opened = async (disk: FakeDisk) =>
  value(
    await openJournal(
      '/j',
      { second: (title) => `${title} (second copy)` },
      { disk, now: () => new Date(1764000000000) },
    ),
  );
/** Texts by title, as another start finds them. */
const found = async (disk: FakeDisk) =>
  Object.values(await contents(await opened(disk)))
    .filter((fields) => fields !== null)
    .map((fields) => fields as { readonly title: string; readonly text: string })
    .map(({ title, text }) => `${title}: ${text}`)
    .sort();

describe('B1 a revision that does not rise', () => {
  test.each<readonly [string, readonly Draft[], readonly string[]]>([
    ['with the same words is the same', [put(1, 'a'), put(1, 'a')], ['Note: a']],
    ['with other words takes nothing', [put(2, 'a'), put(2, 'b')], ['Note (second copy): a', 'Note: b']],
    ['from an older state of the store', [put(5, 'a'), put(3, 'b')], ['Note (second copy): a', 'Note: b']],
    ['kept aside stands beside', [put(2, 'a'), put(2, 'b', { aside: true })], ['Note (second copy): b', 'Note: a']],
    ['kept aside and overtaken', [put(2, 'a', { aside: true }), put(2, 'b')], ['Note (second copy): a', 'Note: b']],
    ['removes only what it knew', [put(2, 'a'), put(2, '', { op: 'drop', fields: {} })], ['Note (second copy): a']],
    ['after a removal begins anew', [put(1, 'a'), put(2, '', { op: 'drop', fields: {} }), put(1, 'b')], ['Note: b']],
    ['that comes late is in the later one', [put(1, 'a'), put(3, 'abc'), put(2, 'ab')], ['Note: abc']],
    ['late after a removal', [put(1, 'a'), put(3, '', { op: 'drop', fields: {} }), put(2, 'ab')], []],
    ['kept aside is never late', [put(3, 'abc'), put(2, 'x', { aside: true })], ['Note (second copy): x', 'Note: abc']],
    ['a rising one is as it was', [put(1, 'a'), put(2, 'b'), put(9, 'c')], ['Note: c']],
  ])('%s', async (_, drafts, expected) => {
    for (const together of [true, false]) {
      const disk = new FakeDisk();
      const journal = await opened(disk);
      if (together) value(await journal.append(drafts));
      else for (const draft of drafts) value(await journal.append([draft]));
      const texts = (await found(disk)).filter((text) => !text.startsWith('undefined'));
      // In one write all are known at once: what comes late there was written in its order.
      if (together && /late/.test(_)) continue;
      expect(texts, String(together)).toEqual([...expected].sort());
    }
  });

  test('in a later start too, and through a compaction', async () => {
    const disk = new FakeDisk();
    value(await (await opened(disk)).append([put(2, 'a')]));
    const journal = await opened(disk);
    value(await journal.append([put(2, 'b')]));
    value(await journal.compact(twice([put(2, 'b')])));
    expect(await found(disk)).toContain('Note (second copy): a');
  });

  test('is a note that can be read, however long its title was', async () => {
    const title = 'T'.repeat(300);
    const disk = new FakeDisk();
    const journal = await opened(disk);
    for (const text of ['a', 'b']) value(await journal.append([put(2, text, { fields: { title, text } })]));
    expect([...(await found(disk))].sort()).toEqual([`${title}: a`, `${title}: b`]);
  });

  test('that the disk refuses writes neither of the two', async () => {
    const disk = new FakeDisk();
    const journal = await opened(disk);
    value(await journal.append([put(2, 'a')]));
    disk.before = (_, name) => {
      if (name === 'sync') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    expect(await journal.append([put(2, 'b')])).toMatchObject({ ok: false });
    disk.before = undefined;
    expect(await found(disk)).toEqual(['Note: a']);
  });
});

describe('B9 two programs that write in the moment in which one takes the folder from the other', () => {
  const texts = async (disk: FakeDisk) => (await found(disk)).filter((text) => !text.startsWith('undefined'));
  const drop = (rev: number): Draft => put(rev, '', { op: 'drop', fields: {} });

  test.each<readonly [string, readonly Draft[], readonly Draft[], readonly string[]]>([
    ['the words of both are there', [put(2, 'one')], [put(2, 'other')], ['Note (second copy): other', 'Note: one']],
    ['more than one line each', [put(2, 'o'), put(3, 'one')], [put(2, 'b')], ['Note (second copy): b', 'Note: one']],
    ['the same words are one', [put(2, 'same')], [put(2, 'same')], ['Note: same']],
    ['notes of their own stay as they are', [put(2, 'one')], [put(1, 'x', { note: 'm' })], ['Note: one', 'Note: x']],
    ['a removal takes only what it knew', [put(2, 'one')], [drop(2)], ['Note: one']],
    ['a removal beside words', [drop(2)], [put(2, 'other')], ['Note (second copy): other']],
  ])('%s', async (_, one, other, expected) => {
    const disk = new FakeDisk();
    value(await (await opened(disk)).append([put(1, 'a')]));
    const [first, second] = [await opened(disk), await opened(disk)];
    for (const draft of one) value(await first.append([draft]));
    for (const draft of other) value(await second.append([draft]));
    const after = await opened(disk);
    expect(await texts(disk)).toEqual([...expected].sort());
    // Once: not again at the next start, whether anything was written by then or not.
    value(await after.append([put(9, 'x', { note: 'k' })]));
    for (let starts = 0; starts < 3; starts++) await opened(disk);
    expect(await texts(disk)).toEqual([...expected, 'Note: x'].sort());
  });

  test('in a file that was there before, also where the other makes its files smaller', async () => {
    const disk = new FakeDisk();
    const first = await opened(disk);
    value(await first.append([put(1, 'a')]));
    const second = await opened(disk);
    value(await second.append([put(2, 'other')]));
    value(await first.append([put(2, 'one')]));
    value(await second.compact(twice([put(2, 'other')])));
    await opened(disk);
    expect(await texts(disk)).toContain('Note (second copy): one');
  });

  test('a disk that refuses the copy gets no other line before it', async () => {
    const disk = new FakeDisk();
    const [first, second] = [await opened(disk), await opened(disk)];
    value(await first.append([put(1, 'one')]));
    value(await second.append([put(1, 'other')]));
    disk.before = (_, name) => {
      if (name === 'sync') throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    const third = await opened(disk);
    expect(await third.append([put(3, 'later')])).toMatchObject({ ok: false });
    disk.before = undefined;
    value(await third.append([put(3, 'later')]));
    expect(await texts(disk)).toEqual(['Note (second copy): other', 'Note: later']);
  });

  test('lines of an app before this one are in their order', async () => {
    const disk = new FakeDisk();
    value(await (await opened(disk)).append([put(1, 'a')]));
    const line = writeLine({ ...put(2, 'older'), fields: put(2, 'older').fields, seq: 2, time: '' });
    disk.put('/j/0007.jsonl', line);
    expect(await texts(disk)).toEqual(['Note: older']);
  });
});
