import { describe, expect, test } from 'vitest';
import { noteFile } from '#domain/bundle/note-file.ts';
import { readRecord, recordText } from '#domain/bundle/record.ts';
import { canonicalJson } from '#domain/canonical.ts';
import { duplicateOf } from '#domain/note/duplicate.ts';
import { outline } from '#domain/note/outline/outline.ts';
import { planStanding, planText } from '#domain/note/plan.ts';
import { normal, normalOfOthers } from '#domain/note/record/normal.ts';
import { metricSchema, noteSchema } from '#domain/note/record/note.ts';
import { asOfToday } from '#domain/note/record/of-today.ts';
import { revisionText } from '#domain/note/record/revision.ts';
import { asWritten } from '#domain/note/record/unread.ts';
import { isForReading, unreadFields } from '#domain/note/record/unread-fields.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { registerRow } from '#domain/note/register.ts';
import { personalIn } from '#domain/personal-data.ts';
import { z } from '#domain/schema.ts';
import { fullNote } from '#support/full-note.ts';
import { sampleNote } from '#support/notes-made.ts';

const full = sampleNote({
  marking: 'OFFICIAL',
  ending: { kind: 'abandoned', because: 'No time' },
  decision: { choice: 'adapt', because: 'It helps', byRole: 'Head', day: '2026-03-01' },
  confidence: { level: 'low', because: 'Few' },
  guardrails: { dpiaScreened: { answer: 'yes', note: 'Done' } },
  links: [{ kind: 'note', id: 'one' }],
  metrics: [metricSchema.parse({ id: 'm1', name: 'Replies', baseline: null, target: null })],
});

/** A note of a newer Satchel with one choice of its own. */
const newer = (change: Readonly<Record<string, unknown>>) => ({ ...full, shape: SHAPE + 3, ...change });

const CHOICES: readonly Readonly<Record<string, unknown>>[] = [
  { status: 'piloting' },
  { kind: 'twin' },
  { stage: 'retire' },
  { environment: 'orbit' },
  { ending: { kind: 'merged', into: ['one', 'two'] } },
  { decision: { choice: 'franchise', because: 'Others can', byRole: 'Head', day: null } },
  { confidence: { level: 'certain', because: 'Many' } },
  { marking: 'SECRET' },
  { dataUse: { ...full.dataUse, personal: 'biometric' } },
  { guardrails: { ...full.guardrails, ofTomorrow: { answer: 'yes', note: '' } } },
  { guardrails: { consent: { answer: 'partly', note: 'Half' } } },
  { metrics: full.metrics.map((one) => ({ ...one, role: 'watched', direction: 'near' })) },
  { links: [{ kind: 'place', id: 'here' }] },
  { status: 'piloting', marking: 'SECRET', links: [{ kind: 'place', id: 'here' }], ofTomorrow: { deep: [1] } },
];

test('a note of a newer Satchel is read whatever it chose, for reading only, and is handed on as it was', () => {
  for (const change of CHOICES) {
    const given = newer(change);
    const note = normal(given);
    if (note === null) throw new Error(`not read: ${canonicalJson(change)}`);
    expect(isForReading(note), canonicalJson(change)).toBe(true);
    expect(unreadFields(note).toSorted()).toEqual(
      Object.keys(change)
        .filter((field) => field !== 'ofTomorrow')
        .toSorted(),
    );
    expect(canonicalJson(asWritten(note))).toBe(canonicalJson(given));
    // Read again, from a store or a file, and by a Satchel that knows no more.
    expect(canonicalJson(normal(note))).toBe(canonicalJson(note));
    expect(canonicalJson(asOfToday(given))).toBe(canonicalJson(note));
    expect(canonicalJson(normalOfOthers(given))).toBe(canonicalJson(note));
    const record = recordText({ note, earlier: [] });
    expect(JSON.parse(record).note).toEqual(JSON.parse(canonicalJson(given)));
    expect(readRecord(record)).toMatchObject({ kind: 'record', record: { note: JSON.parse(canonicalJson(note)) } });
    // Its name is that which the newer one gave it.
    expect(revisionText(note)).toBe(revisionText(given as never));
  }
});

test('every choice of the schema is one that a newer Satchel may have added to', () => {
  const choices: string[] = [];
  const walk = (schema: JsonSchema, path: readonly string[]): void => {
    if (schema.enum) choices.push(path.join('.'));
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(one, path);
    for (const [name, one] of Object.entries(schema.properties ?? {})) walk(one, [...path, name]);
    for (const one of [schema.items, schema.additionalProperties])
      if (typeof one === 'object') walk(one, [...path, '*']);
  };
  walk(z.toJSONSchema(noteSchema, { unrepresentable: 'any', io: 'input' }) as JsonSchema, []);
  expect(choices.length).toBeGreaterThan(9);
  for (const choice of choices) {
    const given = structuredClone({ ...fullNote(), ...full, shape: SHAPE + 1 });
    const path = choice.split('.');
    const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, part) => {
      const name = part === '*' ? Object.keys(at)[0] : part;
      return at[name ?? ''] as Record<string, unknown>;
    }, given as never);
    holder[path.at(-1) ?? ''] = 'ofTomorrow';
    const note = normal(given);
    expect(note && unreadFields(note), choice).toEqual([path[0]]);
  }
});

interface JsonSchema {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

test('what stands in the place of a choice is never said, and takes nothing more freely', () => {
  const note = normal(
    newer({ status: 'piloting', marking: 'SECRET', dataUse: { ...full.dataUse, personal: 'health' } }),
  );
  if (note === null) throw new Error('not read');
  expect(note).toMatchObject({ status: 'archived', marking: 'OFFICIAL-SENSITIVE', dataUse: { personal: 'personal' } });
  expect(registerRow(note).state).toBe('unread');
  const said = canonicalJson(outline(note, null));
  expect(said).toContain('outline.unread');
  expect(said).not.toContain('status.archived');
  expect(noteFile(note, 'OFFICIAL-SENSITIVE', () => null)).toMatch(/^status: piloting$/mu);
});

test('the newer Satchel has its own choice back, but where that was changed in the meantime', () => {
  const note = normal(newer({ kind: 'twin', confidence: { level: 'certain', because: 'Many' } }));
  if (note === null) throw new Error('not read');
  const back = asWritten({ ...note, kind: 'survey', title: 'Another title' });
  expect(back).toMatchObject({
    kind: 'survey',
    title: 'Another title',
    confidence: { level: 'certain', because: 'Many' },
  });
  expect(back).not.toHaveProperty('unread');
});

test('a copy begins as an idea that this Satchel knows; what it takes over unread stays unread', () => {
  const note = normal(newer({ status: 'piloting', kind: 'twin' }));
  if (note === null) throw new Error('not read');
  const copy = duplicateOf(note, { id: '0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5ff', now: full.created, title: 'Copy' });
  expect(copy.status).toBe('idea');
  expect(unreadFields(copy)).toEqual(['kind']);
  expect(asWritten(copy)).toMatchObject({ status: 'idea', kind: 'twin' });
});

test('a note of today with a choice that nobody knows is damaged, and nothing is made up for it', () => {
  expect(normal({ ...full, status: 'piloting' })).toBeNull();
  expect(normal(newer({ id: 7 }))).toBeNull();
  expect(normal(newer({ status: 'piloting', title: 7 }))).toBeNull();
});

describe('what a file says was unread', () => {
  const entry = (path: readonly unknown[], said: unknown, stands?: unknown) => ({ path, said, stands });
  const nested = (...inner: readonly unknown[]) => [entry(['unread'], inner)];
  const LIES: readonly unknown[] = [
    nested(entry(['text'], 'EVIL', full.text), entry(['marking'], null, 'OFFICIAL')),
    nested(...nested(...nested(entry(['title'], 'EVIL', full.title)))),
    [entry(['id'], '0192f0c1-2b3c-4d4e-8f50-a1b2c3d4e5f0', full.id)],
    [entry(['plan'], { hash: 'a'.repeat(64), lockedAt: '', text: 'EVIL' }, null)],
    [entry(['zz', 'x'], 1)],
    [entry(['text'], 'EVIL', full.text), entry(['shape'], 99, SHAPE)],
    Array.from({ length: 2_000 }, () => entry(['status'], 'x', 'idea')),
    'EVIL',
  ];

  test.each(LIES.map((unread) => [unread]))(
    'changes nothing when it is read, nor when it is read again: %j',
    (unread) => {
      for (const shape of [undefined, SHAPE, SHAPE + 1]) {
        const given = { ...full, shape, unread };
        const once = asOfToday(given);
        expect(canonicalJson(asOfToday(once))).toBe(canonicalJson(once));
        const note = normalOfOthers(given);
        expect(canonicalJson(note && normal(note))).toBe(canonicalJson(note));
        expect(canonicalJson(note)).not.toContain('EVIL');
        expect(note).toMatchObject({ id: full.id, title: full.title, text: full.text, plan: full.plan });
        expect(note && isForReading(note)).toBe(false);
      }
    },
  );

  test('more choices than a note has are none', () => {
    const guardrails = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`g${at}`, { answer: 'yes', note: '' }]),
    );
    expect(normalOfOthers({ ...full, shape: SHAPE + 1, guardrails })).toBeNull();
  });
});

test('paper says nothing of what stands deep inside a part, and judges nothing by it', () => {
  const [first] = full.metrics;
  const results = [{ id: 'r', metric: 'm1', group: 'A', n: 4, value: 2, low: null, high: null, exploratory: false }];
  const note = normal(newer({ results, metrics: [{ ...first, role: 'primary', target: 5, direction: 'near' }] }));
  if (note === null) throw new Error('not read');
  const blocks = outline(note, null).flatMap((section) => section.blocks);
  expect(blocks.filter(({ path, kind }) => path === 'metrics' || kind === 'charts')).toEqual([]);
  const use = normal(newer({ dataUse: { ...full.dataUse, personal: 'health' } }));
  expect(use && outline(use, null).flatMap(({ blocks: of }) => of.filter(({ path }) => path === 'dataUse'))).toEqual(
    [],
  );
});

describe('what stands in for a choice is said nowhere as if the note said it', () => {
  const read = (change: Readonly<Record<string, unknown>>) => {
    const note = normal(newer(change));
    if (!note) throw new Error('not read');
    return note;
  };

  test('the register', () => {
    const decided = read({ decision: { choice: 'franchise', because: 'Others can', byRole: 'Head', day: null } });
    expect(registerRow(decided).decision).toBe('unread');
    expect(registerRow(read({ kind: 'twin' })).kind).toBe('unread');
  });

  test('a locked plan is as it was locked', () => {
    for (const change of [
      { kind: 'twin' },
      { environment: 'orbit' },
      { guardrails: { dpiaScreened: { answer: 'later', note: 'Asked' } } },
      { metrics: [{ ...full.metrics[0], direction: 'sideways' }] },
    ]) {
      const text = planText({ ...newer(change), plan: null } as never);
      const plan = { text, hash: 'f'.repeat(64), lockedAt: '2026-11-10T09:00:00.000Z' };
      expect(planStanding(read({ ...change, plan }), plan.hash), JSON.stringify(change)).toBe('asLocked');
    }
  });

  test('and words of a field that is not known are looked through, whatever their names', () => {
    const note = read({ witnesses: [{ role: 'jane.smith@harbour.gov.uk', by: 'bob.jones@harbour.gov.uk' }] });
    expect(personalIn(note).map(({ text }) => text)).toEqual(['jane.smith@harbour.gov.uk', 'bob.jones@harbour.gov.uk']);
  });
});

test('a file of a newer Satchel whose note cannot be read is one of a newer Satchel; the same of this one is damaged', () => {
  const odd = { ...full, ownerRole: { name: 'Head' } };
  const text = (note: unknown): string => canonicalJson({ satchel: 'note', format: 1, note, earlier: [] });
  expect(readRecord(text({ ...odd, shape: SHAPE + 1 }))).toMatchObject({ kind: 'too-new' });
  expect(readRecord(text({ ...odd, shape: SHAPE }))).toEqual({ kind: 'damaged' });
});
