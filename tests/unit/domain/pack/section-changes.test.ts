import { expect, test } from 'vitest';
import { pageCounts, pagesThatDiffer } from '#domain/pack/page-changes.ts';
import { countSections, sectionChanges } from '#domain/pack/section-changes.ts';

const section = (id: string, text: string, heading = `Heading of ${id}`) => ({ id, heading, text });
const told = (then: ReturnType<typeof section>[], now: ReturnType<typeof section>[]): string =>
  sectionChanges(then, now)
    .map(({ id, is }) => `${is} ${id}`)
    .join(', ');

test('sections that are new, changed and gone are told in the order of the page', () => {
  const then = [section('', 'Lead.'), section('a', 'One.'), section('b', 'Two.'), section('c', 'Three.')];
  const now = [section('', 'Lead.'), section('a', 'Another.'), section('c', 'Three.'), section('d', 'Four.')];
  expect(told(then, now)).toBe('changed a, gone b, added d');
  expect(told(then, then)).toBe('');
  expect(told([], now)).toBe('added , added a, added c, added d');
  expect(told(then, [])).toBe('gone , gone a, gone b, gone c');
  expect(countSections(sectionChanges(then, now))).toEqual({ added: 1, changed: 1, gone: 1 });
  expect(countSections(sectionChanges(then, now), { added: 1, changed: 2, gone: 3 })).toEqual({
    added: 2,
    changed: 3,
    gone: 4,
  });
});

test('a heading that changed is among the words that are shown', () => {
  expect(sectionChanges([section('a', 'Same.', 'Old')], [section('a', 'Same.', 'New')])).toEqual([
    { is: 'changed', id: 'a', heading: 'New', before: 'Old\nSame.', after: 'New\nSame.' },
  ]);
});

test('an anchor that stands twice hides no change', () => {
  const then = [section('a', 'One.'), section('a', 'Two.')];
  expect(told(then, [section('a', 'One.'), section('a', 'Changed.')])).toBe('changed a');
  expect(told(then, [section('a', 'One.')])).toBe('gone a');
});

test('pages are told apart by their files alone', () => {
  const file = (page: string, sha256: string) => ({ page, sha256 });
  const then = [file('a', '1'), file('b', '2'), file('c', '3')];
  const now = [file('a', '1'), file('b', '9'), file('d', '4')];
  expect(pagesThatDiffer(then, now)).toEqual(['b', 'd']);
  expect(pageCounts(then, now)).toEqual({ added: 1, changed: 1, gone: 1 });
  expect(pageCounts(then, then)).toEqual({ added: 0, changed: 0, gone: 0 });
});
