import { describe, expect, test } from 'vitest';
import { rowBack } from '#domain/row-back.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('a row that was taken out comes back', () => {
  const before = rows('abcd');
  const back = (now: string, id: string): string =>
    ids(rowBack(rows(now), before.find((one) => one.id === id) ?? { id }, before));

  test('where it was: first, between, last', () => {
    expect([back('bcd', 'a'), back('acd', 'b'), back('abc', 'd')]).toEqual(['abcd', 'abcd', 'abcd']);
  });

  test('as the same row', () => {
    const row = before[1] ?? { id: '' };
    expect(rowBack(rows('acd'), row, before)[1]).toBe(row);
  });

  test('behind the nearest that is still there, where others came or went', () => {
    expect(back('axd', 'c')).toBe('acxd');
    expect(back('x', 'c')).toBe('cx');
    expect(back('', 'c')).toBe('c');
  });

  test('once', () => {
    expect(back('abcd', 'b')).toBe('abcd');
  });
});
