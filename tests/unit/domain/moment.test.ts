import { afterEach, describe, expect, test } from 'vitest';
import { clockTime, localDay, longDayAt, momentWords, shortDayAt } from '#domain/moment.ts';
import { outline } from '#domain/note/outline/outline.ts';
import { newNote } from '#domain/note/record/note.ts';
import { shortened } from '#domain/shortened.ts';
import { sayIn } from '#domain/words/words.ts';

const say = sayIn('en-GB');
/** Two in the afternoon of a day, where the laptop is. */
const at = (year: number, month: number, day: number): string => new Date(year, month - 1, day, 14, 2).toISOString();
const words = (moment: string): string => momentWords(moment, '2026-11-23', 'en-GB', say);

test('a moment is said by the clock today and yesterday, by the day before that', () => {
  expect(words(at(2026, 11, 23))).toBe('Today, 14:02');
  expect(words(at(2026, 11, 22))).toBe('Yesterday, 14:02');
  expect(momentWords(at(2026, 11, 22), '2026-11-23', 'en-GB', say, { within: true })).toBe('yesterday, 14:02');
  expect(words(at(2026, 11, 19))).toBe('19\u00a0Nov\u00a02026');
  expect(words(at(2026, 11, 24))).toBe('24\u00a0Nov\u00a02026');
  expect(momentWords(at(2026, 11, 19), '2026-11-23', 'en-GB', say, { timed: true })).toBe(
    '19\u00a0Nov\u00a02026, 14:02',
  );
  expect(localDay(at(1970, 1, 2))).toBe('1970-01-02');
});

test('what is no moment is shown as it was written', () => {
  expect(words('yesterday')).toBe('yesterday');
  expect(clockTime('yesterday', 'en-GB')).toBe('yesterday');
});

test('B23 a note without a date says so, in a cell and in a sentence', () => {
  expect(words('')).toBe('Date not known');
  expect(momentWords('', '2026-11-23', 'en-GB', say, { within: true })).toBe('on a day not known');
});

test('a text is cut at a word, never in half a letter', () => {
  expect(shortened('Cost rule hit\n on day 9', 80)).toBe('Cost rule hit on day 9');
  expect(shortened('one two three four five', 20)).toBe('one two three four…');
  expect(shortened('👩👩👩👩', 3)).toBe('👩…');
  expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(10)}…`);
});

describe('in a zone far from Greenwich', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each([
    ['Pacific/Kiritimati', '2026-11-22T10:05:00.000Z', '23'],
    ['Europe/London', '2026-06-22T23:05:00.000Z', '23'],
    ['Pacific/Honolulu', '2026-11-24T03:05:00.000Z', '23'],
  ])('a moment has the day that it is there: %s', (there, moment, day) => {
    process.env.TZ = there;
    const note = { ...newNote('0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5aa', moment, 'Question'), changed: moment };
    const said = outline({ ...note, comments: [{ id: 'c', at: moment, byRole: '', text: 'Words' }] }, null)
      .flatMap(({ blocks }) => JSON.stringify(blocks).match(/2026-\d\d-\d\d/g) ?? [])
      .map((one) => one.slice(8));
    expect(said).toEqual([day, day, day]);
    expect(longDayAt(moment, 'en-GB').slice(0, 2)).toBe(day);
    expect(shortDayAt(moment, 'en-GB').slice(0, 2)).toBe(day);
  });

  test('a day alone is in no zone', () => {
    process.env.TZ = 'Pacific/Honolulu';
    expect(localDay('2026-11-23')).toBe('2026-11-23');
  });
});
