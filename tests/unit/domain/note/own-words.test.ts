import { expect, test } from 'vitest';
import { writtenIn } from '#domain/note/own-words.ts';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { noteWords } from '#rooms/notes/note/save-words.ts';

const blank = newNote('0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', '2026-11-23T14:02:00.000Z');

/** A note of which every text is a word of its own, by its schema: what is added to a note later is asked for here. */
function full(): { readonly note: Note; readonly words: readonly string[] } {
  const words: string[] = [];
  const word = (): string => {
    words.push(`word${words.length}`);
    return words.at(-1) ?? '';
  };
  const note: Note = {
    ...blank,
    title: word(),
    problem: word(),
    users: word(),
    riskiestAssumption: word(),
    hypothesis: { change: word(), effect: word(), because: word() },
    metrics: [
      {
        id: 'm',
        name: word(),
        unit: word(),
        role: 'primary',
        baseline: 1,
        target: 2,
        direction: 'up',
        source: word(),
      },
    ],
    successRule: word(),
    stopRules: [{ id: 's', text: word() }],
    method: word(),
    sample: { unit: word(), planned: 3, chosen: word(), power: word() },
    dataUse: { personal: 'none', synthetic: true, sources: [word()], dpiaRef: word() },
    costs: [{ id: 'c', day: null, pounds: 4, what: word() }],
    ownerRole: word(),
    approverRole: word(),
    team: [word()],
    consulted: [word()],
    risks: [word()],
    guardrails: { undoPlan: { answer: 'yes', note: word() } },
    deviations: [{ id: 'd', at: '', field: 'costCap', from: 'as planned', to: word(), because: word() }],
    stop: { rule: 's', because: word(), day: null },
    results: [{ id: 'r', metric: 'm', group: word(), n: null, value: null, low: null, high: null, exploratory: false }],
    noUsableData: word(),
    exploratory: word(),
    text: word(),
    learning: word(),
    confidence: { level: 'low', because: word() },
    decision: { choice: 'adapt', because: word(), byRole: word(), day: null },
    ending: { kind: 'abandoned', because: word() },
    next: [word()],
    tags: [word()],
    comments: [{ id: 'k', at: '', byRole: 'reader', text: 'said by another' }],
  };
  return { note, words };
}

test('B33 the words of a note are those of its fields too, once each', () => {
  const { note, words } = full();
  expect(writtenIn(note).toSorted()).toEqual(words.toSorted());
  expect(noteWords(note)).toBe(words.length);
  expect(noteWords({ ...blank, text: 'Seven of ten', problem: 'Two words', title: 'One' })).toBe(6);
  expect(noteWords(blank)).toBe(0);
});
