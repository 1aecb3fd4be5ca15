import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearChanges, wordDiff } from '#domain/word-diff.ts';
import { processorMs } from '#support/processor-time.ts';

const told = (then: string, now: string): string =>
  wordDiff(then, now)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test('words are compared, never letters', () => {
  expect(told('You may leave them out.', 'You must leave them out.')).toBe('You [-may-]{+must+} leave them out.');
  expect(told('the suppliers', 'the supplier')).toBe('the [-suppliers-]{+supplier+}');
  expect(told('', 'new')).toBe('{+new+}');
  expect(told('same', 'same')).toBe('same');
});

test('a run of changed words is said once', () => {
  expect(told('we ask the team', 'we tell a group')).toBe('we [-ask the team-]{+tell a group+}');
});

test('from the parts both texts can be read', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'ŵy')), (x, y, letters) => {
      const [then, now] = [`${x} ${letters.join('')} one`, `${letters.toReversed().join('')} ${y} one`];
      const parts = wordDiff(then, now);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([without('in'), without('out')]).toEqual([then, now]);
    }),
  );
});

test('two long texts with nothing in common are shown whole, soon', () => {
  const text = (sign: string) => Array.from({ length: 7_000 }, (_, at) => `${sign}${at}`).join(' ');
  const took = processorMs(() => expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['out', 'in']));
  expect(took).toBeLessThan(3_000);
});

test('of long words that stay only what is near a change is kept', () => {
  const long = 'word '.repeat(400).trim();
  const near = nearChanges(wordDiff(`${long} old ${long} gone ${long}`, `${long} new ${long} come ${long}`));
  const all = near.map(({ text }) => text);
  expect(near.map(({ kind }) => kind).join()).toBe('same,out,in,same,out,in,same');
  expect(all.filter((text) => text.includes('…'))).toHaveLength(3);
  expect(Math.max(...all.map((text) => text.length))).toBeLessThan(500);
  expect(all[0]?.startsWith('… word')).toBe(true);
  expect(all[6]?.endsWith('word …')).toBe(true);
  const short = wordDiff('You may leave.', 'You must leave.');
  expect(nearChanges(short)).toEqual(short);
});
