import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ForgedEntry, forgeZip, temporaryFolder, zip64End } from '#support/make-pack.ts';
import { type Caller, callers } from './callers.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let who: Awaited<ReturnType<typeof callers>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  who = await callers();
});
afterAll(() => folder.remove());

type Forge = (right: readonly ForgedEntry[], caller: Caller) => Buffer;

/** What packs, then files of notes, are told of the same archive. */
async function told(forge: Forge): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const caller of [who.pack, who.bundle]) {
    answers.push(await caller.refusal(await folder.write(`forged${caller.ending}`, forge(caller.right, caller))));
  }
  return answers;
}

/** Both say the same. */
const both = (answer: string): readonly string[] => [answer, answer];

const file = (name: ForgedEntry['name'], more: Partial<ForgedEntry> = {}): ForgedEntry => ({
  name,
  bytes: Buffer.from('x'),
  ...more,
});

const withFile =
  (...args: Parameters<typeof file>): Forge =>
  (right) =>
    forgeZip([...right, file(...args)]);

/** One entry is something else, counted from the end. */
const withLie =
  (lie: (entry: ForgedEntry) => Partial<ForgedEntry>, back = 1): Forge =>
  (right) =>
    forgeZip(right.map((entry, at) => (at === right.length - back ? { ...entry, ...lie(entry) } : entry)));

test('F2 X5 a right one is read by each', async () => {
  expect(await told((right) => forgeZip(right))).toEqual(both('none'));
});

describe('names', () => {
  test.each([
    '../evil',
    'x/../../evil',
    'blobs/../../evil.md',
    '/etc/passwd',
    'C:\\evil',
    'C:evil',
    './C:evil',
    'x\\..\\evil',
    '..\\evil.md',
    '\\\\server\\evil',
    '~/evil',
    'x/./b',
    'x/.. /b',
    'a\u0000b',
    'a\u202Egpj.exe',
    'con. \u0007',
    './',
    '',
    'x'.repeat(1_001),
  ])('F2 X5 %j is refused', async (name) => {
    expect(await told(withFile(name))).toEqual(both('unsafe name'));
  });

  test.each([
    'x/a//b',
    './x/b',
    '~x/b',
    'x/\u{1f469}\u200d\u{1f52c}.png',
    'x/10:30 "draft" <1>?*|.txt',
    'x/Notes etc. ',
    'x/aux/nul.txt',
    'x\\a\\c.txt',
    Buffer.from('x/caf\u0082', 'latin1'),
  ])('F2 X5 %j is a name of another system: none of a pack, and notes of there are read', async (name) => {
    expect(await told(withFile(name, typeof name === 'string' ? {} : { flags: 0 }))).toEqual(['unsafe name', 'none']);
  });

  test('F2 X5 bytes that say they are UTF-8 and are not', async () => {
    expect(await told(withFile(Buffer.from('x/caf\u0082', 'latin1')))).toEqual(both('unsafe name'));
  });

  test('F2 X5 a second, hidden name', async () => {
    const second = (name: ForgedEntry['name'], hidden: string): Buffer => {
      const extra = Buffer.alloc(9 + hidden.length);
      extra.writeUInt16LE(0x7075, 0);
      extra.writeUInt16LE(5 + hidden.length, 2);
      extra[4] = 1;
      extra.writeUInt32LE(crc32(name), 5);
      extra.write(hidden, 9);
      return extra;
    };
    expect(await told(withLie(({ name }) => ({ extra: second(name, '../../evil') })))).toEqual(both('unsafe name'));
  });

  test('F2 X5 the same name twice, also as others spell it', async () => {
    const again = (spell: (name: string) => string): Forge => {
      return (right) => forgeZip([...right, file(spell(String(right[0]?.name)))]);
    };
    expect(await told(again((name) => name))).toEqual(both('unsafe duplicate'));
    expect(await told(again((name) => name.replace('/', '//')))).toEqual(['unsafe name', 'unsafe duplicate']);
    expect(await told(again((name) => name.replace('/', '\\')))).toEqual(['unsafe name', 'unsafe duplicate']);
  });

  test('F2 X5 twins in another case or normal form: one file on some systems, two in notes of others', async () => {
    const twins = (one: string, two: string): Forge => {
      return (right) => forgeZip([...right, file(one), file(two)]);
    };
    expect(await told(twins('x/A.txt', 'x/a.txt'))).toEqual(['unsafe duplicate', 'none']);
    expect(await told(twins('x/caf\u00e9', 'x/cafe\u0301'))).toEqual(['unsafe duplicate', 'none']);
  });
});

describe('entries', () => {
  const swelling = deflateRawSync(Buffer.alloc(60_000, 'abcdefg'));
  test.each<readonly [string, Partial<ForgedEntry>, readonly string[]]>([
    ['a password', { flags: 0x801 }, both('unsafe encrypted')],
    ['strong encryption', { flags: 0x841 }, both('unsafe encrypted')],
    ['a link', { mode: 0o120777 }, both('unsafe symlink')],
    ['a device', { mode: 0o020666 }, both('unsafe symlink')],
    ['a pipe', { mode: 0o010666 }, both('unsafe symlink')],
    ['a bomb by its word', { method: 8, size: 50_000_000 }, both('unsafe ratio')],
    ['a stored file of two sizes', { size: 5 }, both('unsafe size-lie')],
    ['another method', { method: 12 }, both('damaged')],
    ['a wrong CRC', { crc: 1 }, both('damaged')],
    ['a place outside the file', { offset: 0x7fffffff }, both('damaged')],
    // A pack is never inflated.
    [
      'a file that swells beyond its word',
      { bytes: swelling, method: 8, size: 700, crc: crc32(Buffer.alloc(700)) },
      ['damaged', 'unsafe size-lie'],
    ],
  ])('F2 X5 %s, the last entry or the one before', async (_, lie, expected) => {
    for (const back of [1, 2]) expect(await told(withLie(() => lie, back))).toEqual(expected);
  });

  test('F2 X5 entries that share their bytes: a pack that was spoilt, or notes that unpack to more than there is', async () => {
    expect(await told(withLie(() => ({ offset: 0 })))).toEqual(['damaged', 'unsafe ratio']);
    const longer = ({ bytes }: ForgedEntry) => ({ size: bytes.length + 60, packed: bytes.length + 60 });
    expect(await told(withLie(longer, 2))).toEqual(['damaged', 'unsafe ratio']);
    expect(await told(withLie(() => ({ size: 60_000, packed: 60_000 })))).toEqual(both('damaged'));
  });

  test('F2 X5 an archive in an archive is not opened: a file of notes, and none of a pack', async () => {
    const inner = forgeZip([file('../../evil', { method: 8, size: 50_000_000 })]);
    expect(await told(withFile('x/inner.zip', { bytes: inner }))).toEqual(['unsafe unlisted-file', 'none']);
  });
});

describe('the directory', () => {
  test('F2 X5 too many entries, counted or said', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => file(`x/${at}`, { bytes: Buffer.alloc(0) }));
    expect(await told((right) => forgeZip([...right, ...many]))).toEqual(both('unsafe too-many-entries'));
    const saying = (count: number): Forge => {
      return (right) => {
        const plain = forgeZip(right);
        return forgeZip(right, { before: zip64End(count, plain.readUInt32LE(plain.length - 6), plain.length - 22) });
      };
    };
    expect(await told(saying(100_000))).toEqual(both('unsafe too-many-entries'));
    expect(await told(saying(Number.MAX_SAFE_INTEGER))).toEqual(both('unsafe too-many-entries'));
  });

  test('F2 X5 too much in all', async () => {
    const large = Array.from({ length: 6 }, (_, at) =>
      file(`x/${at}`, { bytes: Buffer.alloc(1_000_000), method: 8, size: 99_000_000 }),
    );
    // Nothing of a pack is inflated by the archive, so its sizes are those of the file.
    expect(await told((right) => forgeZip([...right, ...large]))).toEqual(['unsafe unlisted-file', 'too-large']);
  });

  test('F2 X5 a directory that counts more or fewer entries than it has, or lies elsewhere', async () => {
    expect(await told((right) => forgeZip(right, { count: right.length + 3 }))).toEqual(both('damaged'));
    expect(await told((right) => forgeZip(right, { count: right.length - 1 }))).toEqual(both('damaged'));
    expect(await told((right) => forgeZip(right, { directory: 7 }))).toEqual(['not-one', 'damaged']);
  });

  test('F2 X5 nothing in it, nothing at all, something else', async () => {
    expect(await told(() => forgeZip([]))).toEqual(both('not-one'));
    expect(await told(() => Buffer.alloc(0))).toEqual(['truncated', 'not-one']);
    expect(await told(() => Buffer.from('hello'))).toEqual(both('not-one'));
    expect(await told(() => forgeZip([file('x/readme.txt')]))).toEqual(both('not-one'));
  });

  test('F2 X5 cut off, or with more behind its end', async () => {
    const cut = (by: number): Forge => {
      return (right) => forgeZip(right).subarray(0, -by);
    };
    for (const by of [1, 30, 100]) expect(await told(cut(by))).toEqual(['truncated', 'not-one']);
    const more: Forge = (right) => Buffer.concat([forgeZip(right), Buffer.from('more')]);
    expect(await told(more)).toEqual(['truncated', 'not-one']);
  });
});
