import { expect, test } from 'vitest';
import type { FoundType } from '#domain/found-type.ts';
import { loadWords, sayIn } from '#domain/words/words.ts';
import { whySentences } from '#rooms/search/why-sentences.ts';
import type { Why } from '#search/why.ts';

const nothing: Why = {
  found: { heading: [], title: [], surroundings: [], text: [] },
  read: [],
  beside: [],
  elsewhere: [],
  missing: [],
};
const english = (why: Partial<Why>, lead = false, type: FoundType = 'guidance'): readonly string[] =>
  whySentences({ ...nothing, ...why }, { lead, type }, sayIn('en-GB'), 'en-GB');

test('each reason is a sentence, the strongest first', () => {
  expect(
    english({
      found: { heading: ['who', 'talk'], title: ['law'], surroundings: ['early'], text: ['tender', 'form', 'notice'] },
      beside: [['before', 'tender']],
      read: [
        { word: 'suplier', as: 'misspelt', words: ['supplier', 'supply'] },
        { word: 'ten', as: 'beginning', words: ['tender'] },
      ],
      elsewhere: ['record'],
      missing: ['zebra', 'crossing'],
    }),
  ).toEqual([
    'Its heading has “who” and “talk”.',
    'The title of its page has “law”.',
    'A heading above it has “early”.',
    'Its text has “tender”, “form” and “notice”.',
    '“before” and “tender” stand side by side.',
    '“suplier” was read as “supplier” or “supply”.',
    '“ten” was read as the beginning of “tender”.',
    '“record” stands elsewhere on its page.',
    '“zebra” and “crossing” are not on its page.',
  ]);
});

test('of a page its file name and tags are named; of nothing nothing is said', () => {
  expect(english({ found: { ...nothing.found, surroundings: ['early'] } }, true)).toEqual([
    'Its file name or one of its tags has “early”.',
  ]);
  expect(english({ missing: ['zebra'] })).toEqual(['“zebra” is not on its page.']);
  expect(english({})).toEqual([]);
});

test('of a note they speak of the note, not of a page', () => {
  const found = { ...nothing.found, heading: ['letters'], surroundings: ['take-up'] };
  expect(english({ found, missing: ['zebra'] }, true, 'note')).toEqual([
    'Its title has “letters”.',
    'One of its tags has “take-up”.',
    '“zebra” is not in the note.',
  ]);
  expect(english({ found: { ...nothing.found, title: ['letters'] }, elsewhere: ['reply'] }, false, 'note')).toEqual([
    'Its title has “letters”.',
    '“reply” stands elsewhere in the note.',
  ]);
});

test('in the long language too, words of people stay as letters', async () => {
  await loadWords('en-XA');
  const [sentence] = whySentences(
    { ...nothing, missing: ['<b>{x}</b>'] },
    { lead: false, type: 'guidance' },
    sayIn('en-XA'),
    'en-XA',
  );
  expect(sentence).toContain('<b>{x}</b>');
});
