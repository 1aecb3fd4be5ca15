import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hadNoRoom,
  heldPlaces,
  holdPaste,
  holdPoint,
  undoPaste,
  type Writing,
} from '#instruments/writing/held-place.ts';
import { undoneByWords } from '#instruments/writing/undone-by-words.ts';

/** A text as it is when nothing is drawn. */
class Sheet implements Writing {
  state: EditorState;
  refused = 0;
  constructor(doc = '', anchor = doc.length, head = anchor) {
    this.state = EditorState.create({
      doc,
      selection: { anchor, head },
      extensions: [history(undoneByWords), heldPlaces],
    });
  }
  dispatch(change: TransactionSpec): void {
    const changed = this.state.update(change);
    if (hadNoRoom(changed)) this.refused += 1;
    this.state = changed.state;
  }
  type(words: string): void {
    for (const letter of words) this.dispatch({ ...this.state.replaceSelection(letter), userEvent: 'input.type' });
  }
  go(anchor: number, head = anchor): void {
    const { length } = this.state.doc;
    this.dispatch({ selection: { anchor: Math.min(anchor, length), head: Math.min(head, length) } });
  }
  step(way: typeof undo): boolean {
    if (way === undo && undoPaste(this)) return true;
    return way({
      state: this.state,
      dispatch: (change) => {
        this.state = change.state;
      },
    });
  }
  get text(): string {
    return this.state.doc.toString();
  }
}

test('B21 what is typed before the answer of a paste stands after it', () => {
  const sheet = new Sheet('See: ');
  const put = holdPaste(sheet);
  sheet.type(' Note: check.');
  put('Seven of **ten** answered.');
  sheet.type(' End');
  expect(sheet.text).toBe('See: Seven of **ten** answered. Note: check. End');
});

test('B21 two pastes in a row stand in their order, whichever is ready first', () => {
  for (const isLaterFirst of [false, true]) {
    const sheet = new Sheet();
    const first = holdPaste(sheet);
    const second = holdPaste(sheet);
    sheet.type('typed');
    for (const [put, words] of isLaterFirst
      ? ([
          [second, 'TWO '],
          [first, 'ONE '],
        ] as const)
      : ([
          [first, 'ONE '],
          [second, 'TWO '],
        ] as const))
      put(words);
    expect(sheet.text).toBe('ONE TWO typed');
  }
});

test('B21 a paste over words is one step, and what is typed while it comes is another', () => {
  const sheet = new Sheet('old words', 0, 3);
  holdPaste(sheet)('NEW');
  expect(sheet.text).toBe('NEW words');
  sheet.type(' typed');
  sheet.step(undo);
  expect(sheet.text).toBe('NEW words');
  sheet.step(undo);
  expect(sheet.text).toBe('old words');
  sheet.step(redo);
  sheet.step(redo);
  expect(sheet.text).toBe('NEW typed words');
  const late = new Sheet('old words', 0, 3);
  const put = holdPaste(late);
  late.type('typed');
  put('NEW ');
  late.step(undo);
  expect(late.text).toBe('typed words');
  late.step(undo);
  late.step(undo);
  expect(late.text).toBe('old words');
  while (late.step(redo));
  expect(late.text).toBe('NEW typed words');
});

test('B21 a paste that is undone before it came stays away, and what was typed after it is undone first', () => {
  const sheet = new Sheet('old words', 0, 3);
  const put = holdPaste(sheet);
  sheet.type('typed');
  sheet.step(undo);
  expect(sheet.text).toBe(' words');
  sheet.step(undo);
  put('NEW');
  expect(sheet.text).toBe('old words');
});

test('B21 a paste for which there is no room gives back what was selected', () => {
  const sheet = new Sheet('old words', 0, 3);
  const put = holdPaste(sheet);
  sheet.type('x');
  put('y'.repeat(500_000));
  expect([sheet.text, sheet.refused]).toEqual(['oldx words', 1]);
});

test('B21 pictures, quotes and figures stand where they were asked for, in their order', () => {
  const sheet = new Sheet('one two', 3);
  const first = holdPoint(sheet);
  const second = holdPoint(sheet);
  sheet.type(' and');
  second.put('B');
  first.put('A');
  expect(sheet.text).toBe('oneAB and two');
  const cursor = sheet.state.selection.main.head;
  expect(cursor).toBe('oneAB and'.length);
  sheet.go(0, 3);
  const over = holdPoint(sheet);
  sheet.go(3);
  sheet.type('!');
  over.put('Q');
  expect(sheet.text).toBe('Q!AB and two');
  sheet.go(1, 2);
  const changed = holdPoint(sheet);
  sheet.type('?');
  changed.put('P');
  expect(sheet.text.replace('P', '')).toBe('Q?AB and two');
});

type Deed =
  | { readonly do: 'type'; readonly words: string }
  | { readonly do: 'go'; readonly at: number; readonly length: number }
  | { readonly do: 'paste' | 'point'; readonly isBlock: boolean }
  | { readonly do: 'answer'; readonly which: number };

const at = fc.nat({ max: 30 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    words: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n'), minLength: 1, maxLength: 6 }),
  }),
  fc.record({ do: fc.constant('go' as const), at, length: fc.constant(0) }),
  fc.record({ do: fc.constantFrom('paste' as const, 'point' as const), isBlock: fc.boolean() }),
  fc.record({ do: fc.constant('answer' as const), which: at }),
);

/** What is pasted, as one character of its own. */
const sign = (number: number): string => String.fromCharCode(0x4e00 + number);

/** Runs the deeds; answers that are still to come then come in the order of their numbers. */
function run(deeds: readonly Deed[]): { readonly sheet: Sheet; readonly typed: string } {
  const sheet = new Sheet();
  const pending: { put: (markdown: string) => void; words: string }[] = [];
  let number = 0;
  let typed = '';
  for (const one of deeds) {
    if (one.do === 'type') {
      sheet.type(one.words);
      typed += one.words.replace(/\s/g, '');
    } else if (one.do === 'go') sheet.go(one.at, one.at + one.length);
    else if (one.do === 'answer') {
      const [answered] = pending.splice(one.which % Math.max(1, pending.length), 1);
      answered?.put(answered.words);
    } else {
      const put = one.do === 'paste' ? holdPaste(sheet) : holdPoint(sheet).put;
      number += 1;
      pending.push({
        put: (markdown) => put(markdown),
        words: one.isBlock ? `${sign(number)}\n\n${sign(number)}` : sign(number),
      });
    }
  }
  for (const { put, words } of pending) put(words);
  return { sheet, typed };
}

test('B21 whatever is typed while pastes, pictures and quotes are on their way: every letter stays', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const { sheet, typed } = run(deeds);
      const left = sheet.text.replace(/[\u4e00-\u4eff]|\s/g, '');
      expect([...left].sort().join('')).toBe([...typed].sort().join(''));
    }),
    { numRuns: 400 },
  );
});

test('B21 typed straight on, all stands in the order in which it was done, whenever the answers come', () => {
  const straight = fc.array(
    deed.filter((one) => one.do !== 'go' && !('isBlock' in one && one.isBlock)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(straight, (deeds) => {
      const { sheet } = run(deeds);
      let number = 0;
      let wanted = '';
      for (const one of deeds) {
        if (one.do === 'type') wanted += one.words;
        else if (one.do !== 'answer') {
          number += 1;
          wanted += sign(number);
        }
      }
      // A line that was typed parts nothing here: what comes has one line.
      expect(sheet.text).toBe(wanted);
    }),
    { numRuns: 400 },
  );
});

test('B21 undone to the beginning nothing is left, and done again all is there', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const { sheet } = run(deeds.filter((one) => one.do !== 'point'));
      const all = sheet.text;
      while (sheet.step(undo));
      expect(sheet.text).toBe('');
      while (sheet.step(redo));
      expect([...sheet.text.replace(/\n+/g, '')].sort()).toEqual([...all.replace(/\n+/g, '')].sort());
    }),
    { numRuns: 300 },
  );
});

test('B31 undo takes back a word with the space before it', () => {
  const sheet = new Sheet();
  sheet.type('two plain words');
  const steps: string[] = [];
  while (sheet.step(undo)) steps.push(sheet.text);
  expect(steps).toEqual(['two plain', 'two', '']);
});
