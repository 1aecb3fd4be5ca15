import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newNote } from '#domain/note/record/note.ts';
import { type Finding, PERSONAL_KINDS } from '#domain/personal-data/finding.ts';
import { findPersonalData, personalIn } from '#domain/personal-data.ts';
import { personalWords } from '#domain/words/personal-words.ts';
import { sayIn } from '#domain/words/words.ts';
import { IMPERSONAL, PERSONAL } from '#support/personal-samples.ts';
import { filesUnder, ROOT } from '#support/source-files.ts';

const found = (text: string): readonly string[] => findPersonalData(text).map(({ kind, text }) => `${kind}: ${text}`);

describe('what is found', () => {
  const samples = PERSONAL_KINDS.flatMap((kind) => PERSONAL[kind].map((sample) => [kind, sample] as const));
  test.each(samples)('%s: %s', (kind, sample) => {
    const start = sample.indexOf('→');
    const end = sample.indexOf('←') - 1;
    const text = sample.replace(/[→←]/g, '');
    expect(findPersonalData(text)).toContainEqual({ kind, start, end, text: text.slice(start, end) });
  });
  test('the list is long', () => expect(samples.length).toBeGreaterThan(140));
});

describe('what is not', () => {
  test.each(IMPERSONAL)('%s', (text) => {
    expect(found(text)).toEqual([]);
    expect(found(`See ${text}, and more.`)).toEqual([]);
  });
  test('the list is long', () => expect(IMPERSONAL.length).toBeGreaterThan(120));
});

test('code, tables and quotes are looked at as well, and findings come in order', () => {
  const text = '> Ring Anwen on 07911 123456\n\n```\nto = "jo@firm.com"\n```\n\n| SW1A 1AA |\n';
  expect(found(text)).toEqual(['name: Anwen', 'phone: 07911 123456', 'email: jo@firm.com', 'postcode: SW1A 1AA']);
});

test('findings are places in the text, in order, none over another', () => {
  const parts = [...Object.values(PERSONAL).flat(), ...IMPERSONAL, '🧪 ', ' ', '\n', '0', '-', '@', 'Mr ', '07'];
  const texts = fc
    .array(fc.constantFrom(...parts), { maxLength: 12 })
    .map((list) => list.join('').replace(/[→←]/g, ''));
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0;
      for (const { start, end, text: one } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(one);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
  );
});

describe('a book of bad signs is read in one go', () => {
  const long = (part: string): string => part.repeat(Math.ceil(400_000 / part.length));
  test.each([
    'a',
    'a.',
    'a@',
    '@',
    'a@a.',
    'a-@-',
    '0',
    '0 ',
    '07',
    '07911 ',
    '+44',
    '(0',
    '+',
    '1-',
    '12-34-56 ',
    '12345678 ',
    '4111 ',
    'AB12',
    'AB 12 34 56 ',
    'SW1A ',
    'E1 ',
    '943 476 ',
    'Mr ',
    'Mr A. ',
    'Mr Test ',
    'Mr Test-',
    'Ring ',
    'Ring Ann ',
    'Ring Ann on ',
    'born ',
    'born on the ',
    'born 1 ',
    'DOB: ',
    'MORGA',
    'MORGA6',
    'https://',
    'https://a ',
    'jo@firm.com ',
    '’',
    '\u{10400}',
    'Priya ',
    'Priya S. ',
    'Priya Shah, ',
    'A. ',
    'J. Smith ',
    'priya ',
    'Smith, ',
    'Name: ',
    'Present: Priya Shah, ',
    'by *',
    '**Priya Shah** ',
    "Priya's ",
    'with Priya ',
    '1 A ',
    '1 Aa ',
    'Flat 1 ',
    'AB12 ',
    'AB12 ABC ',
    '1.1.1.1',
    '1:',
    'IP ',
    'IP 1.2.3.4 ',
    'staff number ',
    'staff number 1234 ',
    'passport ',
    'UTR 12345 ',
    'GB82 ',
    'GB82WEST',
    'sort code ',
    'twitter ',
    'twitter @a ',
    't.me/',
    'jo dot ',
    'jo at ',
    'jo [at] ',
    '+353 ',
    '+1',
    'Mr \u{10400}',
    'Ring \u{10400}a ',
    ' ',
    '\n',
    '—',
  ])('%j', (part) => {
    const started = Date.now();
    findPersonalData(long(part));
    // A hang guard, not a measure.
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  const many = (sign: string): string => sign.repeat(400_000);
  test.each([
    ['hyphens in an address', `a@${many('-')}a`],
    ['dots in an address', `a@${many('.')}a`],
    ['quotation marks before one', `${many("'")}@a.com`],
    ['letters before one', `${many('a')}@`],
    ['letters of a domain', `a@a.${many('a')}1`],
    ['a name without end', `Mr ${many('A')}`],
    ['a web address without end', `https://${many('a')} 07911 123456`],
    ['spaces between figures', `0${many(' ')}7911123456`],
    ['line breaks after a sort code', `12-34-56${many('\n')}12345678`],
  ])('%s', (_, text) => {
    const started = Date.now();
    findPersonalData(text);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

test('our own guidance, which names nobody, has nothing', () => {
  const pages = filesUnder('content').filter((path) => path.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(10);
  const all = pages.flatMap((path) => found(readFileSync(join(ROOT, path), 'utf8')).map((one) => `${path} ${one}`));
  expect(all).toEqual([]);
});

describe('in a note', () => {
  const note = {
    ...newNote('0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', '2026-11-23T14:02:00.000Z', 'Ask Mr Jones'),
    sample: { unit: 'firm', planned: 4_857_773_457, chosen: 'Ring Anwen on 07911 123456', power: '' },
    hypothesis: { change: '', effect: '', because: 'Dr Evans thinks so' },
    stopRules: [{ id: '07911123456', text: 'jo@firm.com complains' }],
    guardrails: { consent: { answer: 'yes' as const, note: 'Mrs Patel signed' } },
    team: ['policy lead', 'Ms Hughes'],
    text: 'Sent to jo@firm.com, SW1A 1AA',
    tags: ['AB123456C'],
    comments: [{ id: 'c1', at: '2026-11-23T14:02:00.000Z', byRole: 'Cllr Rees', text: '' }],
    ending: { kind: 'abandoned' as const, because: 'Mr Lewis left' },
  };

  test('every field that people write is looked at, and says which it is', () => {
    expect(new Set(personalIn(note).map(({ field, text }) => `${field}: ${text}`))).toEqual(
      new Set([
        'title: Mr Jones',
        'sample.chosen: Anwen',
        'sample.chosen: 07911 123456',
        'hypothesis.because: Dr Evans',
        'stopRules.0.text: jo@firm.com',
        'guardrails.consent.note: Mrs Patel',
        'team.1: Ms Hughes',
        'text: jo@firm.com',
        'text: SW1A 1AA',
        'tags.0: AB123456C',
        'comments.0.byRole: Cllr Rees',
        'ending.because: Mr Lewis',
      ]),
    );
  });

  test('what a person said is not personal stays out, by its exact text and in every field', () => {
    const left = personalIn({ ...note, notPersonal: ['jo@firm.com', '07911 12345'] });
    expect(left.map(({ text }) => text)).not.toContain('jo@firm.com');
    expect(left).toHaveLength(personalIn(note).length - 2);
  });

  test('quoted guidance and the ids of rows are no words of the note', () => {
    const citation = {
      id: 'q1',
      pack: 'p',
      packTitle: '',
      version: '',
      release: 1,
      page: 'p',
      section: '',
      title: '',
      heading: '',
      hash: '0'.repeat(64),
      quote: 'Call Mr Jones on 07911 123456',
      at: '',
    };
    expect(personalIn({ ...newNote(note.id, note.created), citations: [citation] })).toEqual([]);
  });
});

test('each kind has a sentence and a name, and several findings of a kind make one sentence', () => {
  const say = sayIn('en-GB');
  const finding = (kind: Finding['kind']): Finding => ({ kind, start: 0, end: 1, text: 'x' });
  expect(personalWords([finding('phone'), finding('name'), finding('phone')], say)).toEqual([
    'This looks like a phone number. Use a role instead, such as “the SME lead”.',
    'This looks like a person’s name. Use a role instead, such as “the SME lead”.',
  ]);
  expect(new Set(personalWords(PERSONAL_KINDS.map(finding), say)).size).toBe(PERSONAL_KINDS.length);
  expect(new Set(PERSONAL_KINDS.map((kind) => say(`personal.${kind}.name`))).size).toBe(PERSONAL_KINDS.length);
});
