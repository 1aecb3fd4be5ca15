import { expect, test } from 'vitest';
import { en } from '#domain/words/en.ts';
import { lengthenMessage, longEnglish } from '#domain/words/long-english.ts';
import { OTHER_LANGUAGES } from '#domain/words/other-languages.ts';
import { isPlain, loadedLanguages, loadWords, sayIn, type WordKey } from '#domain/words/words.ts';
import { valuesIn } from '#support/message-values.ts';

test('a language speaks once it is loaded, until then English is said', async () => {
  expect(loadedLanguages()).toEqual(['en-GB']);
  expect(sayIn('en-XA')('shell.newNote')).toBe(en['shell.newNote']);
  await loadWords('en-XA');
  expect(loadedLanguages()).toEqual(['en-GB', 'en-XA']);
  expect(sayIn('en-XA')('shell.newNote')).toBe(longEnglish['shell.newNote']);
  expect(sayIn('en-GB')('shell.newNote')).toBe(en['shell.newNote']);
});

test('a language is loaded once, English never', async () => {
  let asked = 0;
  const others = {
    'cy-GB': async () => {
      asked += 1;
      return { 'shell.newNote': 'Nodyn newydd' };
    },
    'en-GB': () => Promise.reject(new Error('English is there')),
  };
  await loadWords('cy-GB', others);
  await loadWords('cy-GB', others);
  await loadWords('en-GB', others);
  expect(asked).toBe(1);
  expect(sayIn('cy-GB')('shell.newNote')).toBe('Nodyn newydd');
});

test('what a language leaves out is said in English, with English plurals and figures', async () => {
  await loadWords('de-DE', { 'de-DE': async () => ({ 'shell.newNote': 'Neue Notiz' }) });
  const say = sayIn('de-DE');
  expect(say('shell.newNote')).toBe('Neue Notiz');
  expect(say('note.cap.reached', { spent: 1_234, cap: 1_000 })).toBe(
    sayIn('en-GB')('note.cap.reached', { spent: 1_234, cap: 1_000 }),
  );
});

test('a language whose words cannot be loaded, or that nobody knows, is said in English', async () => {
  await loadWords('fr-FR', { 'fr-FR': () => Promise.reject(new Error('not there')) });
  await loadWords('xx-XX');
  for (const language of ['fr-FR', 'xx-XX'])
    expect(sayIn(language)('shell.newNote'), language).toBe(en['shell.newNote']);
  expect(loadedLanguages()).not.toContain('fr-FR');
});

test.each(Object.entries(OTHER_LANGUAGES))('%s says what English says, with the same values', async (_, load) => {
  for (const [key, text] of Object.entries(await load())) {
    expect(Object.keys(en)).toContain(key);
    expect(valuesIn(text), key).toEqual(valuesIn(en[key as WordKey]));
  }
});

test('long English is longer where there are words', () => {
  for (const [key, text] of Object.entries(en)) {
    const long = longEnglish[key] ?? '';
    if (isPlain(text)) expect(long.length > text.length, key).toBe(/\p{L}{2}/u.test(text));
  }
});

test('a longer message keeps what its values are called and how they are chosen', () => {
  expect(lengthenMessage('Open {name} now')).toBe('Opennn {name} nowww');
  expect(
    lengthenMessage('{count, plural, =0 {No note} one {# note in {place}} other {# notes}} on {day, date, long}'),
  ).toBe('{count, plural, =0 {Noo noteee} one {# noteee inn {place}} other {# notesss}} onn {day, date, long}');
});
