import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebase } from '#domain/note/rebase.ts';
import { type Note, newNote } from '#domain/note/record/note.ts';

const NOW = '2026-11-23T14:02:00.000Z';
const base: Note = {
  ...newNote('0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', NOW, 'Supplier day'),
  text: 'One\nTwo\nThree',
  tags: ['ports', 'small firms'],
  stopRules: [
    { id: 's1', text: 'harm' },
    { id: 's2', text: 'cost' },
  ],
};

test('what only one place changed is taken from there', () => {
  const theirs: Note = { ...base, problem: 'Few came.', changed: '2026-11-23T14:03:00.000Z' };
  const patch = { text: 'One\nTwo\nThree\nFour', changed: '2026-11-23T14:04:00.000Z' };
  expect(rebase(base, theirs, patch)).toEqual({ patch, both: [] });
});

describe('what both changed', () => {
  test('is joined line by line; the same lines stand one after the other, theirs first', () => {
    const text = (theirs: string, mine: string) => rebase(base, { ...base, text: theirs }, { text: mine }).patch.text;
    expect(text('Zero\nOne\nTwo\nThree', 'One\nTwo\nThree\nFour')).toBe('Zero\nOne\nTwo\nThree\nFour');
    expect(text('One\n2 theirs\nThree', 'One\n2 mine\nThree')).toBe('One\n2 theirs\n2 mine\nThree');
    expect(rebase(base, { ...base, text: 'Other' }, { text: 'Mine' }).both).toEqual(['text']);
  });

  test('in one line is there once where both only typed', () => {
    const title = (was: string, theirs: string, mine: string) =>
      rebase({ ...base, title: was }, { ...base, title: theirs }, { title: mine }).patch.title;
    expect(title('Day', 'Day A1', 'Day B1')).toBe('Day A1 B1');
    expect(title('', 'A1', 'B1')).toBe('A1 B1');
    expect(title('Suppl day', 'Suppl day 2', 'Supplier day')).toBe('Supplier day 2');
    // A word that is still being typed stays whole.
    expect(title('One hel', 'One hel two', 'One hello')).toBe('One hello two');
    expect(title('One hel', 'One hello', 'One hel two')).toBe('One hello two');
    expect(title('costs 5 pounds', 'costs 7 pounds', 'costs 5 euros')).toBe('costs 7 pounds / costs 5 euros');
    // At more than one place, and beside a word that begins alike.
    expect(title('a5 Q', 'b9 a5 b8 Q', 'a6 a5 Q')).toBe('b9 a6 a5 b8 Q');
    expect(title('b3 Q', 'b34 b3 Q', 'b30 b3 Q')).toBe('b34 b30 b3 Q');
    const text = (theirs: string, mine: string) => rebase(base, { ...base, text: theirs }, { text: mine }).patch.text;
    expect(text('One\nTwo A1\nThree', 'One\nTwo B1\nThree')).toBe('One\nTwo A1 B1\nThree');
    expect(text('One\nTwo\nA1\nThree', 'One\nTwo\nB1\nThree')).toBe('One\nTwo\nA1\nB1\nThree');
  });

  test('is joined row by row in lists', () => {
    const theirs: Note = {
      ...base,
      tags: ['ports', 'harbours'],
      stopRules: [
        { id: 's1', text: 'harm to anyone' },
        { id: 's2', text: 'cost' },
        { id: 's3', text: 'time' },
      ],
    };
    const { patch } = rebase(base, theirs, {
      tags: ['ports', 'small firms', 'notices'],
      stopRules: [
        { id: 's4', text: 'press' },
        { id: 's1', text: 'harm' },
      ],
    });
    expect(patch.tags).toEqual(['ports', 'harbours', 'notices']);
    // They changed s1, I took s2 out, both added one.
    expect(patch.stopRules).toEqual([
      { id: 's1', text: 'harm to anyone' },
      { id: 's3', text: 'time' },
      { id: 's4', text: 'press' },
    ]);
  });

  test('is mine where it is a single value, and part by part in a record', () => {
    const theirs: Note = {
      ...base,
      title: 'Theirs',
      hypothesis: { change: 'we call', effect: '', because: 'theirs' },
    };
    const { patch, both } = rebase(base, theirs, {
      title: 'Mine',
      costCap: 500,
      hypothesis: { change: '', effect: 'they join', because: '' },
    });
    expect(patch).toEqual({
      title: 'Theirs / Mine',
      costCap: 500,
      hypothesis: { change: 'we call', effect: 'they join', because: 'theirs' },
    });
    expect(both).toEqual(['title', 'hypothesis']);
  });
});

test('words that two windows type into one paragraph are there once, in whatever order they type', () => {
  const edit = fc.record({ of: fc.nat(1), at: fc.nat(40), saves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), (edits) => {
      let stored = '';
      const windows = [0, 1].map(() => ({ base: '', text: '' }));
      const save = (window: { base: string; text: string }) => {
        stored = String(rebase({ ...base, text: window.base }, { ...base, text: stored }, window).patch.text);
        window.base = stored;
        window.text = stored;
      };
      edits.forEach(({ of, at, saves }, number) => {
        const window = windows[of];
        if (!window) return;
        const words = window.text.split(' ').filter((word) => word !== '');
        words.splice(at, 0, `${of}w${number}`);
        window.text = words.map((word) => `${word} `).join('');
        if (saves) save(window);
      });
      windows.forEach(save);
      expect(stored.trim().split(/ +/).filter(Boolean).toSorted()).toEqual(
        edits.map(({ of }, number) => `${of}w${number}`).toSorted(),
      );
    }),
  );
});

test('no line that either wrote is lost, in whatever order they wrote', () => {
  const edit = fc.record({ at: fc.nat(30), of: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 60 }), (edits) => {
      let common = 'start';
      const written: string[] = [];
      // Each round both begin from what stands, write a line each, and are joined.
      edits.forEach(({ at }, round) => {
        const put = (text: string, line: string, place: number): string => {
          const lines = text.split('\n');
          lines.splice(place % (lines.length + 1), 0, line);
          return lines.join('\n');
        };
        const [a, b] = [`a${round}`, `b${round}`];
        written.push(a, b);
        const theirs = { ...base, text: put(common, a, at) };
        common = rebase({ ...base, text: common }, theirs, { text: put(common, b, at * 7) }).patch.text ?? '';
      });
      const lines = common.split('\n');
      expect(lines.toSorted()).toEqual(['start', ...written].sort());
    }),
  );
});
