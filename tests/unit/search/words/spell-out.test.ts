import { expect, test } from 'vitest';
import type { Run } from '#search/results.ts';
import { spellOut } from '#search/words/spell-out.ts';

const MEANINGS = new Map([
  ['SME', 'small or medium enterprise'],
  ['PME', 'preliminary market engagement'],
  ['VfM', 'value for money'],
  ['OBC', 'outline business case'],
  ['DOS', 'Digital Outcomes and Specialists'],
]);
const spelt = (...runs: readonly (string | Run)[]) =>
  spellOut(
    runs.map((run) => (typeof run === 'string' ? { text: run, found: false } : run)),
    (letters) => {
      const meaning = MEANINGS.get(letters);
      return meaning === undefined ? undefined : { meaning };
    },
  );
const read = (runs: readonly Run[]) =>
  runs.map(({ text, meaning }) => (meaning === undefined ? text : `${text} (${meaning})`)).join('');

test('the first place of a letter word has its meaning beside it', () => {
  const runs = spelt('Plan PME early. PME is cheap.');
  expect(read(runs)).toBe('Plan PME (preliminary market engagement) early. PME is cheap.');
  expect(runs.map(({ text }) => text).join('')).toBe('Plan PME early. PME is cheap.');
});

test('several of them count, and small letters inside; words that only hold the letters do not', () => {
  expect(read(spelt('SMEs give VfM.'))).toBe('SMEs (small or medium enterprise) give VfM (value for money).');
  expect(read(spelt('DOSE, dos, xDOS, DOS2'))).toBe('DOSE, dos, xDOS, DOS2');
});

test('what the passage says itself is not said again', () => {
  expect(read(spelt('Preliminary market\u00a0engagement (PME) comes first.'))).not.toContain('(preliminary');
});

test('a found word stays found, and two meanings are enough', () => {
  const runs = spelt('An ', { text: 'OBC', found: true }, ' for SME and DOS');
  expect(runs[1]).toEqual({ text: 'OBC', found: true, meaning: 'outline business case' });
  expect(read(runs)).toBe('An OBC (outline business case) for SME (small or medium enterprise) and DOS');
});
