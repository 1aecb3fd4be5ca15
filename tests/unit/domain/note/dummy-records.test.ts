import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '#domain/csv.ts';
import { dummyRecords } from '#domain/note/dummy-records.ts';
import { findPersonalData } from '#domain/personal-data.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');

test('each row says that it is made up, and names, addresses and numbers are nobody’s', () => {
  const [heading, ...rows] = dummyRecords(2_000, say);
  expect(heading).toEqual(['made_up', 'name', 'email', 'phone', 'postcode', 'reference']);
  expect(rows).toHaveLength(2_000);
  for (const [madeUp, name, email, phone, postcode, reference] of rows) {
    expect(madeUp).toBe('yes');
    expect(name).toMatch(/ \d{3,}$/);
    expect(email).toMatch(/@example\.(?:org|com|net)$/);
    expect(phone).toMatch(/^(?:01632 960|07700 900)\d{3}$/);
    expect(postcode).toMatch(/^ZZ[1-9]\d? \d[A-Z]{2}$/);
    expect(reference).toMatch(/^MADE-UP-\d{3,}$/);
  }
  expect(new Set(rows.map(([, , email]) => email?.split('@')[0])).size).toBe(2_000);
});

test('the same seed gives the same rows, another gives others', () => {
  expect(dummyRecords(20, say)).toEqual(dummyRecords(20, say));
  expect(dummyRecords(20, say)).toEqual(dummyRecords(40, say).slice(0, 21));
  expect(dummyRecords(20, say, 2)).not.toEqual(dummyRecords(20, say));
});

test('no number of rows but a sensible one', () => {
  expect(dummyRecords(0, say)).toHaveLength(1);
  expect(dummyRecords(-3, say)).toHaveLength(1);
  expect(dummyRecords(2.9, say)).toHaveLength(3);
  expect(dummyRecords(1e9, say)).toHaveLength(10_001);
});

test('the scanner finds nobody in made-up records', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, count) => {
      const rows = dummyRecords(count, say, seed);
      expect(findPersonalData(csvOf(rows))).toEqual([]);
      expect(findPersonalData(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))).toEqual([]);
      expect(findPersonalData(rows.map((row) => row.join(' ')).join(' '))).toEqual([]);
    }),
  );
});
