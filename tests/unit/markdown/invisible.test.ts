import { describe, expect, test } from 'vitest';
import { visibleText, withoutInvisible } from '#markdown/invisible.ts';
import { parsePage } from '#markdown/parse.ts';
import { context } from '#support/markdown.ts';

describe('invisible characters', () => {
  test.each([
    ['Approved \u202eyb deilppus\u202c by', 'Approved yb deilppus by', ['U+202E', 'U+202C']],
    ['is\u200bAdmin\u2060\ufeff', 'isAdmin', ['U+200B', 'U+2060', 'U+FEFF']],
    ['a\u2066b\u2069', 'ab', ['U+2066', 'U+2069']],
    ['nul\u0000 esc\u001b[31m del\u007f c1\u009b', 'nul esc[31m del c1', ['U+0000', 'U+001B', 'U+007F', 'U+009B']],
    ['tag\u{e0041}\u{e0042}', 'tag', ['U+E0041', 'U+E0042']],
    ['data\u{e0100}', 'data', ['U+E0100']],
    ['a\u200db a\u200cb', 'ab ab', ['U+200D', 'U+200C']],
    ['filler\u3164x', 'fillerx', ['U+3164']],
    ['line\u2028next', 'line next', ['U+2028']],
    ['half \ud800 pair', 'half \ufffd pair', ['U+D800']],
  ])('%# that hide something go and are named', (text, clean, found) => {
    expect(withoutInvisible(text)).toEqual({ text: clean, found });
  });

  test.each([
    'می\u200cخواهم',
    'क\u094d\u200dष',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} Cymru',
    '\u2764\ufe0f\u200d\u{1f525}',
    '葛\u{e0100}',
    'soft\u00adhyphen',
    'מחיר\u200f 5',
    '£ 50\u00a0000 50\u202f000',
    'x\ufffe\uffffy',
    'Z\u0324\u0354 tŷ ty\u0302',
  ])('that a script needs stay: %s', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  test('are out of text, headings, titles and ids, and told with their place', () => {
    const page = parsePage(
      '## A\u202e[b](https://x.example "t\u2066")\n\n![p\u200bq](p.png)\n\n`c\u202d`\n\nok &#x202e;reference',
      context,
    );
    expect(JSON.stringify([page.tree, page.sections, page.headings])).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
    expect(page.dropped.map(({ what, position }) => `${what} ${position.start.line}:${position.start.column}`)).toEqual(
      ['U+202E 1:5', 'U+2066 1:30', 'U+200B 3:4', 'U+202D 5:3', 'U+202E 7:1'],
    );
  });
});
