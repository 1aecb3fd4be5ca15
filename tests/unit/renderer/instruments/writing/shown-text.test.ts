import { describe, expect, test } from 'vitest';
import { showText } from '#instruments/writing/shown-text.ts';

const sha256 = 'ab'.repeat(32);
const drawn = (markdown: string): string => JSON.stringify(showText(markdown));

describe('a text as it is read', () => {
  test('pictures of the note are shown, others are not', () => {
    expect(drawn(`![chart](file:${sha256})`)).toContain(`"src":"blob/${sha256}"`);
    expect(drawn('![x](https://evil.test/x.png)')).not.toContain('evil');
    expect(drawn('![x](file:///etc/passwd)')).toContain('dead-image');
  });

  test('links lead to guidance or outside', () => {
    expect(drawn('[a](page:buy-well/early#who)')).toContain('"href":"page:buy-well/early#who"');
    expect(drawn('[a](/read/buy-well/early#who)')).toContain('"href":"page:buy-well/early#who"');
    expect(drawn('[a](https://example.org/)')).toContain('"href":"https://example.org/"');
    expect(drawn('[a](javascript:alert(1))')).not.toContain('javascript');
    expect(drawn('[a](file:///etc/passwd)')).toContain('dead-link');
  });

  test('a text that begins with a rule has no front matter', () => {
    expect(drawn('---\ntitle: x\n---\nwords')).toContain('title: x');
  });

  test('past the limits the reason is given', () => {
    expect(showText('> '.repeat(100))).toEqual({ unshown: 'too-deep' });
  });
});

test('each tick box knows its place in the text, also where the words are the same', () => {
  const markdown = 'Two jobs:\n\n- [ ] ask\n- [x] ask\n  1. [ ] inner\n\n> - [ ] quoted\n- [X] ask';
  const shown = showText(markdown);
  const boxes = 'boxes' in shown ? Object.values(shown.boxes) : [];
  expect(boxes.map((at) => markdown.slice(at - 1, at + 2))).toEqual(['[ ]', '[ ]', '[x]', '[ ]', '[X]']);
  expect([...boxes].sort((a, b) => a - b)).toEqual(
    [...markdown.matchAll(/\[(?=[ xX]\])/g)].map(({ index }) => index + 1),
  );
  const after = 'boxes' in shown ? Object.entries(shown.boxes) : [];
  for (const [id, at] of after) {
    const ticked = `${markdown.slice(0, at)}x${markdown.slice(at + 1)}`;
    expect(JSON.stringify(showText(ticked))).toMatch(new RegExp(`"dataTask":"${id}","dataDone":"true"`));
  }
});

test('with footnotes the boxes are ticked in the text only', () => {
  expect(showText('- [ ] ask[^1]\n\n[^1]: note')).toMatchObject({ boxes: {} });
});
