import { expect, test } from 'vitest';
import { changedFields, noteRevision, standing } from '#domain/bundle/comparison.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

test.each([
  ['new', { head: 'a', earlier: [] }, undefined],
  ['same', { head: 'a', earlier: ['x'] }, { head: 'a', earlier: ['y'] }],
  ['newer', { head: 'c', earlier: ['a', 'b'] }, { head: 'b', earlier: ['a'] }],
  ['older', { head: 'a', earlier: [] }, { head: 'b', earlier: ['a'] }],
  ['bothChanged', { head: 'c', earlier: ['a'] }, { head: 'b', earlier: ['a'] }],
  ['bothChanged', { head: 'c', earlier: [] }, { head: 'b', earlier: [] }],
] as const)('%s', (expected, incoming, here) => {
  const named = ({ head, earlier }: { readonly head: string; readonly earlier: readonly string[] }) => ({
    head,
    first: `first ${head}`,
    isFirst: true,
    earlier,
  });
  expect(standing(named(incoming), here && named(here))).toBe(expected);
  // Of an app of the first shape, which knows only its own names.
  const first = ({ head, earlier }: { readonly head: string; readonly earlier: readonly string[] }) => ({
    ...named({ head, earlier: earlier.map((one) => `first ${one}`) }),
    head: `unknown ${head}`,
  });
  const both = here && { ...named(here), earlier: here.earlier.flatMap((one) => [one, `first ${one}`]) };
  expect(standing(first(incoming), both)).toBe(expected);
});

test('a revision names the content, whatever its marking and the order of its keys', () => {
  const note = sampleNote();
  const turned = Object.fromEntries(Object.entries(note).reverse()) as typeof note;
  expect(noteRevision({ ...turned, marking: 'OFFICIAL' }, sha256)).toEqual(noteRevision(note, sha256));
  expect(noteRevision({ ...note, notPersonal: ['x'] }, sha256)).toEqual(noteRevision(note, sha256));
  const { head, first } = noteRevision({ ...note, text: 'x' }, sha256);
  expect(head).not.toBe(noteRevision(note, sha256).head);
  expect(first).not.toBe(noteRevision(note, sha256).first);
});

test('the fields that differ', () => {
  const note = sampleNote();
  expect(changedFields(note, { ...note, title: 'x', tags: [] })).toEqual(['title', 'tags']);
  expect(changedFields(note, { ...note })).toEqual([]);
});
