import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, dayOf } from '#tool/adopt/days.ts';
import { applyEdits, fromLines, linesOf, newDraft } from '#tool/adopt/draft.ts';
import { mapFrontMatter } from '#tool/adopt/map-front-matter.ts';
import { splitPage } from '#tool/adopt/split-page.ts';

/** Lines that cannot be mistaken for a part of two: `aaaa` is line 5 of the source, `bbbb` line 6. */
const lines = fc
  .nat(12)
  .map((count) => Array.from({ length: count + 1 }, (_, index) => String.fromCharCode(97 + index).repeat(4)));

test('each line of an edited text has the source line it came from', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.tuple(fc.nat(100), fc.nat(20), fc.constantFrom('', 'x', 'y\nz', '\n'))),
      (text, wanted) => {
        const draft = newDraft(text.join('\n'), 5);
        let done = 0;
        const edits = wanted
          .map(([start, length, made]) => ({ start, end: start + length, text: made }))
          .sort((a, b) => a.start - b.start)
          .filter(({ start, end }) => {
            if (start < done || end > draft.text.length) return false;
            done = end;
            return true;
          });
        const edited = applyEdits(draft, edits);
        expect(edited.at).toHaveLength(edited.text.split('\n').length);
        for (const { text, at } of linesOf(edited))
          if (/^([a-z])\1{3}$/.test(text)) expect(text.charCodeAt(0) - 97 + 5).toBe(at);
        expect([...edited.at].sort((a, b) => a - b)).toEqual(edited.at);
        for (const at of edited.at) expect(draft.at).toContain(at);
        expect(fromLines(linesOf(edited))).toEqual(edited);
      },
    ),
  );
});

test('a page without edits is itself', () => {
  const draft = newDraft('a\nb', 1);
  expect(applyEdits(draft, [])).toBe(draft);
});

test('a page is parted without losing a character of its body', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ unit: fc.constantFrom('-', 'a', ':', ' ', '\n', '+', '"') }),
      (body, front) => {
        const text = `---\n${front}\n---\n${body}`;
        const { body: rest, bodyLine } = splitPage(text);
        expect(text.endsWith(rest)).toBe(true);
        expect(
          text
            .split('\n')
            .slice(bodyLine - 1)
            .join('\n'),
        ).toBe(rest);
      },
    ),
  );
});

test.each([
  ['2024-01-31', '2024-01-31'],
  ['2024-1-3', '2024-01-03'],
  ['2024-01-31T10:00:00Z', '2024-01-31'],
  ['31 January 2024', '2024-01-31'],
  ['1st Feb 2024', '2024-02-01'],
  ['January 31, 2024', '2024-01-31'],
  ['2024-02-30', null],
  ['03/04/2024', null],
  ['31 Cat 2024', null],
  [20240131, '2024-01-31'],
  ['20240131', '2024-01-31'],
  ['31/01/2024', '2024-01-31'],
  ['01/31/2024', '2024-01-31'],
  ['01/02/2024', null],
  ['02.02.2024', '2024-02-02'],
  ['2024/1/31', '2024-01-31'],
  ['Wednesday, 31 January 2024', '2024-01-31'],
  ['Wed, 31 Jan 2024 10:00:00 +0000', '2024-01-31'],
  ['31st of January 2024', '2024-01-31'],
  ['31 Ionawr 2024', '2024-01-31'],
  ['31-Jan-2024', '2024-01-31'],
  ['2019-03-2019', null],
  ['2019-03-2r9', null],
  ['January 2024', null],
  ['2024-13-01', null],
])('a day: %j', (written, day) => expect(dayOf(written)).toBe(day));

test.each([
  ['6 months', '2024-07-31'],
  ['1 month', '2024-02-29'],
  ['2 weeks', '2024-02-14'],
  ['1 year', '2025-01-31'],
  ['90 days', '2024-04-30'],
  ['often', null],
])('31 January 2024 and %s', (period, day) => expect(dayAfter('2024-01-31', period)).toBe(day));

test('a key that Satchel does not know is kept as it was', () => {
  const name = fc.string({ minLength: 1 }).map((key) => `x_${key}`);
  const value = fc.jsonValue().filter((one) => one !== null && one !== '');
  fc.assert(
    fc.property(fc.dictionary(name, value), (data) => {
      expect(mapFrontMatter(data)).toMatchObject({ known: {}, extra: data, unused: [] });
    }),
  );
});
