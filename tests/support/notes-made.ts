import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { DECISIONS, KINDS, MARKINGS, STATUSES } from '#domain/note/choices.ts';
import { GUARDRAILS } from '#domain/note/guardrails.ts';
import { type Note, newNote, noteSchema } from '#domain/note/record/note.ts';
import { STAGES } from '#domain/stage.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A note with something in every field that a person sees first. */
export const sampleNote = (over: Partial<Note> = {}): Note => ({
  ...newNote(
    '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f6',
    '2026-11-01T09:00:00.000Z',
    'Do shorter letters get more replies?',
  ),
  ownerRole: 'Policy lead',
  problem: 'Few people answer.',
  tags: ['letters', 'take-up'],
  ...over,
});

/** Words that break things elsewhere. */
const ODD = [
  'Mae’r tŷ’n wyrdd: ŵ ŷ â ê',
  '👩🏽‍🔬 tested 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'abc\u202Edef\u202C \u200F \u2066x\u2069',
  '| a | b |\n| --- | --- |\n| 1 | x\\|y |\n',
  '## Problem\n\n## Problem #\n\n```\n## Method ##\n```\n',
  '![photo](photo.png) <img src=x onerror=alert(1)>',
  '---\nmarking: OFFICIAL\n---\n',
  '=SUM(A1)',
  '\r\n\r\nlines\r\n',
  '  \n\n',
  '\u0000\u0007',
  '__proto__',
  'aaaaaaaaaa'.repeat(300),
];

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: fc.constantFrom(...ODD) },
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    )
    .map((text) => text.slice(0, most));
const line = words(2_000);
const prose = words(20_000);
const some = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(arbitrary, { maxLength: 3 });
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary);
const day = orNull(fc.constantFrom('2026-01-31', '1970-01-01', '2028-02-29'));
const moment = fc.constantFrom('2026-11-01T09:00:00.000Z', '1970-01-01T00:00:00.000Z', '', 'yesterday');
const figure = orNull(fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => value + 0));
const amount = orNull(fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0));
const row = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });

export const FILE_NAMES = [
  'photo.png',
  '../x',
  '..\\..\\evil.exe',
  'CON',
  'nul.txt',
  'a:b*c?.png',
  'ŵy 👩🏽‍🔬.png',
  '',
  '.',
  'record.json',
];

/** A file's bytes, by which it is known. */
const bytesOf = (number: number): Uint8Array => new TextEncoder().encode(`file ${number}`);

/** Bytes of the files that made notes name. */
export const madeFiles: ReadonlyMap<string, Uint8Array> = new Map(
  Array.from({ length: 6 }, (_, number) => [sha256(bytesOf(number)), bytesOf(number)]),
);

const file = fc.record({
  sha256: fc.constantFrom(...madeFiles.keys()),
  name: fc.constantFrom(...FILE_NAMES),
  type: fc.constantFrom('image/png', 'text/csv'),
  size: fc.constant(6),
  alt: line,
});

/** Any note that the app could hold. */
export const anyNote: fc.Arbitrary<Note> = fc
  .record({
    id: fc.uuid(),
    title: fc.oneof(words(300), fc.constant('Hir '.repeat(75)), fc.constantFrom(...FILE_NAMES)),
    status: fc.constantFrom(...STATUSES),
    ending: orNull(fc.record({ kind: fc.constant('abandoned' as const), because: line })),
    kind: fc.constantFrom(...KINDS),
    stage: orNull(fc.constantFrom(...STAGES)),
    problem: prose,
    users: prose,
    riskiestAssumption: prose,
    hypothesis: fc.record({ change: prose, effect: prose, because: prose }),
    metrics: some(
      fc.record({
        id: row,
        name: line,
        unit: line,
        role: fc.constantFrom('primary' as const, 'guardrail' as const),
        baseline: figure,
        target: figure,
        direction: fc.constantFrom('up' as const, 'down' as const),
        source: line,
      }),
    ),
    successRule: prose,
    stopRules: some(fc.record({ id: row, text: line })),
    sample: fc.record({ unit: line, planned: amount, chosen: prose, power: prose }),
    costCap: amount,
    costs: some(fc.record({ id: row, day, pounds: amount, what: line })),
    dates: fc.record({ plannedStart: day, plannedEnd: day, start: day, end: day }),
    ownerRole: line,
    team: some(line),
    guardrails: fc.dictionary(
      fc.constantFrom(...GUARDRAILS),
      fc.record({ answer: fc.constantFrom('yes' as const, 'no' as const), note: line }),
      { maxKeys: 3, noNullPrototype: true },
    ),
    plan: orNull(fc.record({ hash: fc.constant('a'.repeat(64)), lockedAt: moment, text: prose })),
    deviations: some(fc.record({ id: row, at: moment, field: line, from: prose, to: prose, because: prose })),
    results: some(
      fc.record({
        id: row,
        metric: row,
        group: line,
        n: amount,
        value: figure,
        low: figure,
        high: figure,
        exploratory: fc.boolean(),
      }),
    ),
    text: words(400_000),
    learning: prose,
    confidence: fc.record({ level: orNull(fc.constantFrom('low' as const, 'high' as const)), because: prose }),
    decision: orNull(fc.record({ choice: fc.constantFrom(...DECISIONS), because: prose, byRole: line, day })),
    next: some(line),
    tags: some(words(60).filter((tag) => tag !== '')),
    comments: some(fc.record({ id: row, at: moment, byRole: line, text: prose })),
    marking: orNull(fc.constantFrom(...MARKINGS)),
    licence: line,
    created: moment,
    changed: moment,
    files: fc.uniqueArray(file, { maxLength: 4, selector: ({ sha256: hash }) => hash }),
  })
  .map((fields) => noteSchema.parse(fields));
