import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from '#domain/journal/crc32c.ts';
import type { Entry } from '#domain/journal/entry.ts';
import { foldJournal } from '#domain/journal/heads.ts';
import { entryAt, readLines, writeLine } from '#domain/journal/line.ts';

const entry = (seq: number, note = 'a', more: Partial<Entry> = {}): Entry => ({
  seq,
  note,
  rev: `r${seq}`,
  parent: null,
  time: '2026-11-23T12:00:00.000Z',
  op: 'put',
  fields: { text: `text ${seq}` },
  ...more,
});

const file = (...entries: readonly Entry[]): Buffer => Buffer.concat(entries.map(writeLine));
const read = (bytes: Uint8Array) => [...readLines(bytes)];
const seqs = (bytes: Uint8Array) => read(bytes).flatMap((piece) => (piece.kind === 'entry' ? [piece.head.seq] : []));
const kinds = (bytes: Uint8Array) => read(bytes).map(({ kind }) => kind);

test('the sum is CRC-32C as others count it', () => {
  // RFC 3720, B.4
  expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
});

test('a line is length, sum and JSON, readable by any program', () => {
  const line = Buffer.from(writeLine(entry(1, 'ŵ'))).toString('utf8');
  const [, length, crc, json] = /^([0-9a-f]{8}) ([0-9a-f]{8}) (.*)\n$/.exec(line) ?? [];
  expect(Number.parseInt(length ?? '', 16)).toBe(Buffer.byteLength(json ?? ''));
  expect(Number.parseInt(crc ?? '', 16)).toBe(crc32c(Buffer.from(json ?? '')));
  expect(Object.keys(JSON.parse(json ?? ''))).toEqual(['seq', 'note', 'rev', 'parent', 'time', 'op', 'fields']);
});

test('D8 whatever a note holds comes back equal', () => {
  const text = fc.string({ unit: 'binary' });
  const any = fc.oneof(
    text,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Ŵyth', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 🧪', '\ud800', 'a\udc00b', '\u2028\n\r\0'),
  );
  fc.assert(
    fc.property(fc.dictionary(any, fc.oneof(any, fc.jsonValue())), any, (fields, rev) => {
      // As JSON has it: minus nought is nought.
      const given = entry(7, 'n', { fields: JSON.parse(JSON.stringify(fields)), rev: `r${rev}`.slice(0, 200) });
      const line = writeLine(given);
      const [piece] = read(line);
      const { parent: _, fields: __, ...head } = given;
      expect(piece).toMatchObject({ kind: 'entry', head: { ...head, full: true } });
      if (piece) expect(entryAt(line, piece)).toEqual(given);
    }),
    { numRuns: 300 },
  );
});

describe('damage', () => {
  test.each([1, 18, 512, 4096])('B1 %i zeros in place of what a disk lost cost only what they stand on', (size) => {
    const zeros = Buffer.alloc(size);
    const one = file(entry(1));
    const torn = file(entry(2)).subarray(0, 40);
    expect(seqs(Buffer.concat([one, zeros, file(entry(3)), torn, zeros, file(entry(4)), zeros]))).toEqual([1, 3, 4]);
    // In place of its line feed.
    const [piece] = read(Buffer.concat([one.subarray(0, -1), zeros, file(entry(5))]));
    expect(piece && entryAt(Buffer.concat([one.subarray(0, -1), zeros]), piece)).toEqual(entry(1));
  });

  const three = file(entry(1), entry(2), entry(3));
  const length = three.length / 3;

  test('a file that was cut off anywhere gives all lines before the cut', () => {
    for (let cut = 0; cut <= three.length; cut++) {
      const part = three.subarray(0, cut);
      // A line without its line feed is whole by its sum, but nothing may be written after it.
      expect(seqs(part)).toEqual([1, 2, 3].slice(0, Math.floor((cut + 1) / length)));
    }
  });

  test('D8 one flipped bit anywhere costs its line at most, and never gives a wrong one', () => {
    for (let bit = 0; bit < three.length * 8; bit++) {
      const spoilt = Buffer.from(three);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const hit = Math.floor(bit / 8 / length) + 1;
      const inFeed = (bit >> 3) % length === length - 1;
      expect(seqs(spoilt)).toEqual(inFeed ? [1, 2, 3] : [1, 2, 3].filter((seq) => seq !== hit));
    }
  });

  test('damaged lines are counted, those after them are read', () => {
    const spoilt = Buffer.from(three);
    spoilt.fill(0, length + 20, length + 30);
    expect(kinds(spoilt)).toEqual(['entry', 'damaged', 'entry']);
    const holed = Buffer.concat([three.subarray(0, length), three.subarray(length + 9)]);
    expect(kinds(holed)).toEqual(['entry', 'damaged', 'entry']);
  });

  test('noise gives nothing and does not throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(seqs(noise)).toEqual([]);
      }),
    );
  });

  test('a line of a newer app is no damage', () => {
    const json = Buffer.from('{"seq":2,"kind":"new"}');
    const hex = (n: number) => n.toString(16).padStart(8, '0');
    const line = Buffer.from(`${hex(json.length)} ${hex(crc32c(json))} ${json}\n`);
    expect(kinds(Buffer.concat([file(entry(1)), line, file(entry(3))]))).toEqual(['entry', 'foreign', 'entry']);
  });
});

describe('D9 the order of revisions', () => {
  const times = fc.constantFrom(
    '1970-01-01T00:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2099-12-31T23:59:59.999Z',
    'x',
  );

  test('D9 is that of their numbers, whatever the times say and wherever they stand', () => {
    const lines = fc
      .array(fc.record({ note: fc.constantFrom('a', 'b', 'c'), time: times }), { maxLength: 30 })
      .map((made) => made.map(({ note, time }, at) => entry(at + 1, note, { time })));
    fc.assert(
      fc.property(
        lines.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
        ([made, shuffled]) => {
          expect(Object.fromEntries(foldJournal(shuffled))).toEqual(
            Object.fromEntries(made.map((one) => [one.note, one])),
          );
        },
      ),
    );
  });

  test('D9 a compacted line gives way to its double with content, in either order', () => {
    const full = entry(1);
    const empty = entry(1, 'a', { fields: null });
    expect(foldJournal([full, empty]).get('a')).toBe(full);
    expect(foldJournal([empty, full]).get('a')).toBe(full);
    expect(foldJournal([empty, full, entry(2, 'a', { op: 'drop', fields: {} })]).get('a')?.op).toBe('drop');
  });
});
