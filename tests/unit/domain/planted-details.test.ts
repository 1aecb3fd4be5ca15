import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#domain/personal-data.ts';
import { PLANTED } from '#support/planted-details.ts';

/** The text without its arrows, and where each detail stands in it. */
function read(marked: string): { readonly text: string; readonly details: readonly (readonly [number, number])[] } {
  const details: (readonly [number, number])[] = [];
  let text = '';
  let start = 0;
  for (const sign of marked) {
    if (sign === '→') start = text.length;
    else if (sign === '←') details.push([start, text.length]);
    else text += sign;
  }
  return { text, details };
}

describe('B13 details of people that were planted in notes', () => {
  test.each(Object.entries(PLANTED))('%s: at least 12 of 13 are found', (_, marked) => {
    const { text, details } = read(marked);
    expect(details).toHaveLength(13);
    const found = findPersonalData(text);
    const missed = details.filter(([start, end]) => !found.some((one) => one.start < end && one.end > start));
    expect(
      missed.map(([start, end]) => text.slice(start, end)).length,
      missed.map(([a, b]) => text.slice(a, b)).join(),
    ).toBeLessThanOrEqual(1);
  });

  test.each(Object.entries(PLANTED))('%s: nothing else is called personal', (_, marked) => {
    const { text, details } = read(marked);
    const others = findPersonalData(text).filter(
      (one) => !details.some(([start, end]) => one.start < end && one.end > start),
    );
    expect(others.map((one) => one.text)).toEqual([]);
  });
});
