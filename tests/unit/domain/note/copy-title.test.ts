import { expect, test } from 'vitest';
import { copyTitle } from '#domain/note/copy-title.ts';

const second = (title: string) => `${title} (second copy)`;
const beside = (title: string, file: string) => `${title} (from ${file})`;
const FILE = 'OFFICIAL-SENSITIVE which-letter-do-people-answer 2026-11-23.eln';

test('B1 the title of a copy says that it is one', () => {
  expect(copyTitle('Note', second)).toBe('Note (second copy)');
  expect(copyTitle('T'.repeat(286), second)).toBe(`${'T'.repeat(286)} (second copy)`);
  expect(copyTitle('Note', beside, FILE)).toBe(`Note (from ${FILE})`);
});

test('B1 no letter of a title goes: what is said beside it is shortened, and left out where there is no room', () => {
  for (let letters = 220; letters <= 310; letters++) {
    const title = `${'T'.repeat(letters)}END`;
    for (const copy of [copyTitle(title, second), copyTitle(title, beside, FILE)]) {
      expect(copy.startsWith(title)).toBe(true);
      expect(copy.length).toBeLessThanOrEqual(Math.max(300, title.length));
    }
  }
  expect(copyTitle('T'.repeat(270), beside, FILE)).toBe(`${'T'.repeat(270)} (from OFFICIAL-SENSITIVE wh…)`);
  expect(copyTitle('T'.repeat(273), beside, FILE)).toBe(`${'T'.repeat(273)} (from OFFICIAL-SENSITIVE…)`);
  for (const letters of [287, 300, 301]) expect(copyTitle('T'.repeat(letters), second)).toBe('T'.repeat(letters));
  expect(copyTitle('T'.repeat(292), (title) => `Copy of ${title}`)).toBe(`Copy of ${'T'.repeat(292)}`);
  expect(copyTitle('T'.repeat(293), (title) => `Copy of ${title}`)).toBe('T'.repeat(293));
});

test('B1 a shortened name ends with a whole letter', () => {
  for (let letters = 250; letters <= 290; letters++) {
    const copy = copyTitle('T'.repeat(letters), beside, '🧪'.repeat(60));
    expect(copy).not.toMatch(/\p{Surrogate}/u);
    expect(copy.startsWith('T'.repeat(letters))).toBe(true);
  }
});
