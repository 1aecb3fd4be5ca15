import { expect, test } from 'vitest';
import { en } from '#domain/words/en.ts';
import { catalogueFiles, LANGUAGES, namesIn } from '#support/catalogue-files.ts';
import { valuesIn } from '#support/message-values.ts';

const FILES = catalogueFiles('en');
const ENTRIES = FILES.flatMap(({ entries }) => Object.entries(entries));
const broken = (isBroken: (note: string, text: string) => boolean): readonly string[] =>
  ENTRIES.filter(([, { note, text }]) => isBroken(note, text)).map(([key, { note }]) => `${key}: ${note}`);

test('names are read from the text, whatever stands in the words', () => {
  const words = JSON.stringify('say "x": { and \\ "y": ');
  expect(namesIn(`{"a.b": {"text": ${words}, "note": ${words}}, "a.b" : {"text": ""}}`)).toEqual([
    ...['a.b', 'text', 'note', 'a.b', 'text'],
  ]);
});

test('every English entry is a key, a text and a note', () => {
  for (const { path, names, entries } of FILES)
    expect(names, path).toEqual(Object.keys(entries).flatMap((key) => [key, 'text', 'note']));
});

test.each(LANGUAGES)('no key of %s stands in a catalogue twice, or in two', (language) => {
  const keys = catalogueFiles(language).flatMap(({ names }) => names.filter((name) => name.includes('.')));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(keys.length).toBeGreaterThan(0);
});

test('the app has every text of every catalogue, and nothing besides', () => {
  expect(en).toEqual(Object.fromEntries(ENTRIES.map(([key, { text }]) => [key, text])));
  expect(ENTRIES.length).toBeGreaterThan(2_000);
});

test('each note is a sentence of its own for whoever translates the text', () => {
  expect(broken((note) => !/^[\p{Lu}{“(…].*[^.…]\.$/su.test(note))).toEqual([]);
  expect(broken((note) => /\s\s|\s$|\n/.test(note))).toEqual([]);
  expect(broken((note) => note.length < 25 || note.length > 200)).toEqual([]);
  expect(broken((note, text) => bare(note) === bare(text))).toEqual([]);
});

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

test('each note names every value of its text, and none that the text does not have', () => {
  const named = (note: string): readonly string[] => [...note.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const other = (note: string, text: string): boolean => {
    const values = valuesIn(text);
    return (
      new Set([...values, ...named(note)]).size !== values.size || [...values].some((one) => !named(note).includes(one))
    );
  };
  expect(broken(other)).toEqual([]);
});
