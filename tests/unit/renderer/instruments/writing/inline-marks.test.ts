import { EditorSelection, EditorState } from '@codemirror/state';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { type Mark, toggleMark } from '#instruments/writing/inline-marks.ts';
import { markdownText } from '#instruments/writing/markdown-text.ts';
import { showText } from '#instruments/writing/shown-text.ts';

/** A text with its selection: `[` and `]` of the kind ⟦ ⟧ around it, or ‸ for a cursor. */
function stateOf(marked: string): EditorState {
  const cursor = marked.indexOf('‸');
  const doc = marked.replace(/[⟦⟧‸]/g, '');
  const selection =
    cursor >= 0 ? EditorSelection.single(cursor) : EditorSelection.single(marked.indexOf('⟦'), marked.indexOf('⟧') - 1);
  return EditorState.create({ doc, selection, extensions: markdownText });
}

function marked(state: EditorState): string {
  const text = state.doc.toString();
  const { from, to, empty } = state.selection.main;
  if (empty) return `${text.slice(0, from)}‸${text.slice(from)}`;
  return `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

function toggled(text: string, mark: Mark): string {
  const state = stateOf(text);
  const change = toggleMark(state, mark);
  return change ? marked(state.update(change).state) : text;
}

describe('italic', () => {
  test.each([
    ['B22 a part of a word', 'un⟦believa⟧ble', 'un*⟦believa⟧*ble'],
    ['B22 the beginning of a word', '⟦un⟧believable', '*⟦un⟧*believable'],
    ['B22 the end of a word', 'unbeliev⟦able⟧', 'unbeliev*⟦able⟧*'],
    ['B22 and back', 'un*⟦believa⟧*ble', 'un⟦believa⟧ble'],
    ['a whole word', 'un‸able', '_un‸able_'],
    ['B22 both ends', '⟦_a_ and _b_⟧', '⟦_a and b_⟧'],
    ['B22 within bold', '**un⟦believa⟧ble**', '**un*⟦believa⟧*ble**'],
    ['B22 all that is bold', '⟦**word**⟧', '_⟦**word**⟧_'],
    ['B22 a part of what has no spaces', '日⟦本⟧語', '日*⟦本⟧*語'],
    ['B22 a part with an underscore', 'snake⟦_case⟧', 'snake⟦_*case⟧*'],
  ])('%s', (_, text, wanted) => expect(toggled(text, 'Emphasis')).toBe(wanted));
});

/** Every letter that is read, with whether it stands in such an element. */
function drawn(markdown: string, tag: string): string {
  const shown = showText(markdown);
  if ('unshown' in shown) return '';
  const walk = (node: Nodes, isIn: boolean): string => {
    if (node.type === 'text') return isIn ? node.value.toUpperCase() : node.value;
    const isHere = isIn || (node.type === 'element' && node.tagName === tag);
    return 'children' in node ? node.children.map((child) => walk(child, isHere)).join('') : '';
  };
  return walk(shown.tree, false).replace(/\s/g, '');
}

test('B22 whatever is selected: what is read stays the same, and all of it is marked, or plain, or as it was', () => {
  const part = fc.constantFrom(
    'one',
    '**two three**',
    '_four_',
    'un*fi*ve',
    '`a_b`',
    '[six **k**](https://a.uk)',
    '"q"',
    '(r)',
    'snake_x',
    '\\*',
    '&amp;',
    'z\nv',
    '\n\n- x',
    '\n\n> y',
    '**_b_ c**',
    'x**b**y',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.nat(40), fc.nat(40), fc.boolean(), (parts, one, other, isBold) => {
      const doc = parts.join(' ');
      const [anchor, head] = [Math.min(one, doc.length), Math.min(other, doc.length)];
      const state = EditorState.create({ doc, selection: { anchor, head }, extensions: markdownText });
      const change = anchor === head ? null : toggleMark(state, isBold ? 'StrongEmphasis' : 'Emphasis');
      if (!change) return;
      const next = state.update(change).state.doc.toString();
      const tag = isBold ? 'strong' : 'em';
      expect(drawn(next, tag).toLowerCase()).toBe(drawn(doc, tag).toLowerCase());
    }),
    { numRuns: 300 },
  );
});

describe('bold', () => {
  const bold = (text: string) => toggled(text, 'StrongEmphasis');
  test.each([
    ['selected words', 'a ⟦few words⟧ here', 'a **⟦few words⟧** here'],
    ['spaces at the ends stay outside', 'a⟦ few ⟧here', 'a⟦ **few** ⟧here'],
    ['taken away again', 'a **⟦few⟧** here', 'a ⟦few⟧ here'],
    ['taken away where the signs are selected too', 'a ⟦**few**⟧ here', 'a ⟦few⟧ here'],
    ['the word at the cursor', 'sup‸plier', '**sup‸plier**'],
    ['no word at the cursor', 'a ‸', 'a **‸**'],
    ['each line of several by itself', '⟦- one\n- two⟧', '⟦- **one**\n- **two**⟧'],
    ['not the signs of a heading', '⟦## Day 6⟧', '⟦## **Day 6**⟧'],
    ['at the very start', '⟦few⟧ words', '**⟦few⟧** words'],
    ['B22 the whole line where its ends are bold', '⟦**Owner:** grants **team**⟧', '⟦**Owner: grants team**⟧'],
    ['B22 and plain again', '⟦**Owner: grants team**⟧', '⟦Owner: grants team⟧'],
    ['B22 all that is bold in two pieces', '⟦**a** **b**⟧', '⟦a b⟧'],
    ['B22 one word of what is bold', '**one ⟦two⟧ three**', '**one** ⟦two⟧ **three**'],
    ['B22 beside what is bold', '**one** two⟦ three⟧', '**one** two⟦ **three**⟧'],
    ['B22 over the end of what is bold', '**one t⟦wo** three⟧', '**one t⟦wo three⟧**'],
    ['B22 underscores that are bold', '⟦__init__⟧', '⟦init⟧'],
    ['B22 underscores in code stay', 'call ⟦`__init__`⟧ now', 'call **⟦`__init__`⟧** now'],
    ['B22 a part of code takes all of it', 'call `__in⟦it⟧__` now', 'call **`__in⟦it⟧__`** now'],
    ['B22 words of a link', 'see [the ⟦notice⟧](https://a.uk/__b__)', 'see [the **⟦notice⟧**](https://a.uk/__b__)'],
    ['B22 over the edge of a link', 'see⟦ [the no⟧tice](https://a.uk)', 'see⟦ **[the no⟧tice](https://a.uk)**'],
    ['B22 within the address of a link', '[a](https://a.uk/⟦b⟧)', '[a](https://a.uk/⟦b⟧)'],
    ['B22 over the end of italics', 'a _b ⟦c_ d⟧', 'a **_b ⟦c_ d⟧**'],
    ['B22 lines of a list, some bold', '⟦- **one**\n- [ ] two\n> three⟧', '⟦- **one**\n- [ ] **two**\n> **three**⟧'],
    ['B22 two lines of one paragraph', '⟦one\ntwo⟧', '⟦**one**\n**two**⟧'],
    ['B22 bold over two lines, one plain again', '**one\n⟦two⟧**', '**one**\n⟦two⟧'],
    ['B22 cells of a table', '| ⟦a | b⟧ |\n| - | - |', '| ⟦**a** | **b**⟧ |\n| - | - |'],
    ['B22 nothing in code', '```\n⟦a⟧\n```', '```\n⟦a⟧\n```'],
    ['B22 quotation marks within a word', 'foo⟦"bar"⟧baz', 'foo⟦"**bar**"⟧baz'],
    ['B22 an empty pair goes again', 'a **‸**', 'a ‸'],
    ['B22 escaped signs are words', '⟦\\*a\\*⟧', '**⟦\\*a\\*⟧**'],
    ['the same again', '⟦## **Day 6**⟧', '⟦## Day 6⟧'],
  ])('%s', (_, text, wanted) => expect(bold(text)).toBe(wanted));
});
