import { describe, expect, test } from 'vitest';
import type { Draft } from '#domain/journal/entry.ts';
import { openJournal } from '#main/journal/journal.ts';
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
    const [, copy] = await found(disk);
    expect(copy).toMatch(/^T+… \(second copy\): a$/);
    expect(copy?.length).toBe(300 + ': a'.length);
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
