import { expect, test } from 'vitest';
import { openBeside } from '#rooms/app/beside.ts';
import type { Journey } from '#rooms/app/history.ts';

const note = { id: 'n1', title: 'Buyers' };

function at(address: string) {
  const gone: unknown[][] = [];
  const journey: Pick<Journey, 'entry' | 'go'> = {
    entry: () => ({ key: 'k', index: 0, marks: '', address }),
    go: (...step) => gone.push(step),
  };
  return { journey, gone };
}

test('in its note a page takes the place of the panel, and the place in the note stays', () => {
  const { journey, gone } = at('/note/n1#text');
  expect(openBeside('/read/engage/law#log', note, journey)).toBe(true);
  expect(gone).toEqual([['/note/n1?pack=engage&page=law&section=log#text', 'replace']]);
});

test('from elsewhere it goes to the note', () => {
  for (const address of ['/search?q=log', '/note/n2', '/note/n1?view=history']) {
    const { journey, gone } = at(address);
    expect(openBeside('/read/engage/law', note, journey)).toBe(true);
    expect(gone).toEqual([['/note/n1?pack=engage&page=law']]);
  }
});

test('what is no page, or no note at hand, opens nothing', () => {
  const { journey, gone } = at('/search?q=log');
  expect(openBeside('/note/n2', note, journey)).toBe(false);
  expect(openBeside(null, note, journey)).toBe(false);
  expect(openBeside('/read/engage/law', null, journey)).toBe(false);
  expect(gone).toEqual([]);
});
