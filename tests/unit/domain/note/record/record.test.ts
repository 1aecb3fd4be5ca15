import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { noteRevision } from '#domain/bundle/comparison.ts';
import { readRecord, recordText } from '#domain/bundle/record.ts';
import { keptWords, plannedWords, valueOfWords } from '#domain/note/planned-value.ts';
import { normal } from '#domain/note/record/normal.ts';
import { type Note, noteSchema } from '#domain/note/record/note.ts';
import { broughtUp, SHAPE, takenDown, VERSIONS } from '#domain/note/record/versions.ts';
import { fullNote } from '#support/full-note.ts';
import { anyNote, sampleNote, sha256 } from '#support/notes-made.ts';

/** Notes as apps of these commits stored them, and how they named them. */
const stored = readdirSync(new URL('stored', import.meta.url)).map(
  (name) =>
    JSON.parse(readFileSync(new URL(`stored/${name}`, import.meta.url), 'utf8')) as {
      readonly app: string;
      readonly notes: readonly Record<string, unknown>[];
      readonly revisions: readonly (string | null)[];
    },
);
const read = (value: unknown): Note => {
  const note = normal(value);
  if (note === null) throw new Error('no note');
  return note;
};

/** The full note without what was added since: what apps stored and named then. */
function fullThen(): Note {
  const [then] = stored[0]?.notes ?? [];
  const known = Object.entries(fullNote()).filter(([field]) => field === 'shape' || Object.hasOwn(then ?? {}, field));
  return read({ ...Object.fromEntries(known), plan: then?.plan });
}

describe('notes of every app there was', () => {
  test.each(stored)('of $app are read whole, and are the same notes', ({ notes }) => {
    const [full, sample] = notes;
    const { citations, ...rest } = fullThen();
    expect(read(full)).toMatchObject(rest);
    expect(read(full).citations[0]).toMatchObject({ quote: citations[0]?.quote });
    expect(read(sample)).toEqual(sampleNote());
  });

  test('every version is called, up and down, and leads back to what was stored', () => {
    for (const version of VERSIONS) {
      const [up, down] = [vi.spyOn(version, 'up'), vi.spyOn(version, 'down')];
      for (const { notes } of stored) for (const note of notes) expect(takenDown(broughtUp(note))).toEqual(note);
      expect(up, version.name).toHaveBeenCalled();
      expect(down, version.name).toHaveBeenCalled();
      vi.restoreAllMocks();
    }
  });

  test('the names that an app before this one gave are known', () => {
    const { notes, revisions } = stored.find(({ app }) => app === 'cca6d50') ?? { notes: [], revisions: [] };
    expect(notes.map((note) => noteRevision(read(note), sha256).first)).toEqual(revisions);
    expect([fullThen(), sampleNote()].map((note) => noteRevision(note, sha256).first)).toEqual(revisions);
  });

  test('a note of a newer app is left as it is', () => {
    const newer = { ...fullNote(), shape: SHAPE + 1, mood: 'calm' };
    expect(broughtUp(newer)).toBe(newer);
    expect(read(newer)).toEqual(newer);
  });
});

describe('what this version does not know', () => {
  const unknown = (): Record<string, unknown> => {
    const note: Note = fullNote();
    return {
      ...note,
      mood: { calm: true, since: ['2026'] },
      metrics: note.metrics.map((metric) => ({ ...metric, colour: 'blue', of: [{ a: 1 }] })),
      hypothesis: { ...note.hypothesis, unless: 'it rains' },
      decision: { ...note.decision, votes: 3 },
    };
  };

  test('is kept at every depth, hashed and handed on, byte for byte', () => {
    const note = read(unknown());
    expect(note).toEqual(unknown());
    const again = readRecord(recordText({ note, earlier: [] }));
    expect(again.kind === 'record' && again.record.note).toEqual(unknown());
    expect(noteRevision(note, sha256).head).not.toBe(noteRevision(fullNote(), sha256).head);
    expect(noteRevision(note, sha256)).toMatchObject({ first: noteRevision(fullNote(), sha256).first, isFirst: false });
  });

  test('takes no place that is not its own', () => {
    const odd = JSON.parse('{"__proto__":{"title":"x"},"constructor":1}');
    const note = read({ ...sampleNote(), ...odd, hypothesis: { ...sampleNote().hypothesis, ...odd } });
    expect(note.title).toBe(sampleNote().title);
    expect(Object.getPrototypeOf(note)).toBe(Object.prototype);
  });
});

describe('the name of a revision', () => {
  test('of a dozen notes', () => {
    const { hypothesis, dataUse, metrics, results } = fullNote();
    const notes: readonly Note[] = [
      sampleNote(),
      fullThen(),
      sampleNote({ title: '' }),
      sampleNote({ status: 'running' }),
      sampleNote({ hypothesis }),
      sampleNote({ metrics }),
      sampleNote({ metrics: metrics.map((metric) => ({ ...metric, role: 'secondary', direction: 'up' })) }),
      sampleNote({ results }),
      sampleNote({ dataUse }),
      sampleNote({ tags: [], text: 'Mae’r tŷ’n wyrdd: ŵ 🧪\n' }),
      sampleNote({ costCap: 0 }),
      sampleNote({ guardrails: { consent: { answer: 'yes', note: '' } } }),
    ];
    const names = notes.map((note) => noteRevision(note, sha256).head);
    expect(new Set(names).size).toBe(notes.length);
    expect(names).toMatchInlineSnapshot(`
      [
        "0553c76ada9c61f92c6ee3333964c0dd0651755ceeecfdaf5c197e077a4afdb3",
        "587b4e43410652e6786f4fa9db7a80a901a5cd9361a5c02b22c6dfa72c1ed484",
        "38bf262bece9d0010042c057634f4a59973bbe914b69474422d22af057c94ac8",
        "afcf190d2f6d9aaa0e5868b17cc888fead2abe8d0d45990db5025223cff1cd13",
        "b18227db1ba3839de719903a04572b50cdb85728143e89e2427367dded3c335a",
        "21cd08667db2a08a6c5389621f29b2dafb5bd2542a6691747d09da5d74f542ed",
        "2a5aa7ef6592cfae6ae08122e9147bc98b0f83ba01772416f85cc398bca3a19d",
        "6806e9b9f4f57c381aeffd17969dcb426e9f9d09c60a5a24f26da51aeb75cf70",
        "93a0fc5952692760888c68fc692290d2637b030e920f70d95829cf905184f15c",
        "f92f24dfbae9027a5dc3b6a728f89d8352cb39bc48919b2c8f94f1743a46e792",
        "18954a5231d9ed48e313136628cef07e69ca6c15b1de6d0cc7804f669a853db6",
        "cac314483027f5b27522d7c2d59ed669f03a5926735e72b3d5ea219663722c24",
      ]
    `);
  });

  test('is of what is said: a field that is added with nothing in it changes none', () => {
    fc.assert(
      fc.property(anyNote, (made) => {
        const note = read(made);
        const { head } = noteRevision(note, sha256);
        const later = {
          ...note,
          mood: '',
          moods: [],
          calm: null,
          metrics: note.metrics.map((metric) => ({ ...metric, colour: '' })),
          hypothesis: { ...note.hypothesis, unless: {} },
        };
        expect(noteRevision(later, sha256).head).toBe(head);
        const { title, created, changed, ...rest } = note;
        const bare = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== null));
        expect(noteRevision(read({ title, created, changed, ...bare }), sha256).head).toBe(head);
      }),
      { numRuns: 200 },
    );
  });

  test('goes through an app of the first shape and back', () => {
    fc.assert(
      fc.property(anyNote, (made) => {
        const note = read(made);
        const passed = read(JSON.parse(JSON.stringify(takenDown(note))));
        expect(passed).toEqual(note);
        expect(noteRevision(passed, sha256)).toEqual(noteRevision(note, sha256));
      }),
      { numRuns: 200 },
    );
    expect(noteSchema.parse(takenDown(fullNote()))).toMatchObject({ title: fullNote().title });
  });
});

test('a value that is none, or that only a newer app knows, costs no note: the words stay, and the value is handed on', () => {
  const [first, ...rest] = fullNote().deviations;
  for (const toValue of [
    null,
    { kind: 'money', pence: -5 },
    { kind: 'money', pence: 1.5 },
    { kind: 'mood', of: 'calm' },
  ]) {
    for (const shape of [1, 2]) {
      const note = read({ ...fullNote(), shape, deviations: [{ ...first, toValue }, ...rest] });
      expect(note.deviations[0]?.to).toBe('£700.50');
      expect(plannedWords(note.deviations[0]?.toValue, 'words', 'en-GB')).toMatch(/^(?:words|£700\.50)$/);
    }
  }
  const kept = read({ ...fullNote(), deviations: [{ ...first, toValue: { kind: 'mood' } }] });
  expect(kept.deviations[0]?.toValue).toEqual({ kind: 'mood' });
});

test('a value of a plan is read back from the words that are kept beside it', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), day, (pence, date) => {
      const money = { kind: 'money' as const, pence };
      expect(valueOfWords('money', keptWords(money))).toEqual(money);
      const end = { kind: 'day' as const, day: date.toISOString().slice(0, 10) };
      expect(valueOfWords('day', keptWords(end))).toEqual(end);
    }),
  );
  expect(valueOfWords('money', '50%')).toEqual({ kind: 'money', pence: 5000 });
  for (const words of ['about £500', '£1,2', '', '−£5']) expect(valueOfWords('money', words)).toBeNull();
  for (const words of ['next Friday', '12 March', 'soon', '30 February 2026'])
    expect(valueOfWords('day', words)).toBeNull();
});
