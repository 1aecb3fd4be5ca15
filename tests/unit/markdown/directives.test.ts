import { describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { context, elements, outline } from '#support/markdown.ts';

const tree = (source: string, lang?: string) => {
  const page = parsePage(source, lang ? { ...context, lang } : context);
  if (!page.tree) throw new Error('unshown');
  return page.tree;
};

describe('a box', () => {
  test.each(['law', 'warning', 'tip', 'note', 'important', 'example'])(
    'of kind %s has its label first, in bold',
    (kind) => {
      const box = tree(`:::${kind}[Section *16*]\nYou may.\n\n- a\n:::\n\nAfter`);
      expect(outline(box).replace(/\s+/g, '')).toBe('div(p(strong(Sectionem(16)))p(Youmay.)ul(li(a)))p(After)');
      expect(elements(box)[0]?.properties).toEqual({ className: ['callout', `callout-${kind}`], dataCallout: kind });
    },
  );

  test('without a label says its kind, in the language of the page', () => {
    expect(outline(tree(':::warning\nx\n:::'))).toBe('div(p(strong(Warning))p(x))');
    expect(outline(tree(':::warning\nx\n:::', 'cy-GB'))).toBe('div(p(strong(Rhybudd))p(x))');
  });

  test('of an unknown kind is the text it was', () => {
    expect(outline(tree('a\n\n:::spoiler[Who *did* it]{x=y}\nThe **butler**\n:::\n'))).toBe(
      'p(a)p(:::spoiler[Who *did* it]{x=y})p(The strong(butler))p(:::)',
    );
    expect(outline(tree(':::odd\nnever closed'))).toBe('p(:::odd)p(never closed)');
  });

  test('can hold another box', () => {
    expect(outline(tree('::::tip\n:::law\nx\n:::\ny\n::::'))).toBe('div(p(strong(Tip))div(p(strong(Law))p(x))p(y))');
  });
});

describe('a colon in the text', () => {
  test.each([
    'At 10:30 or 9:05pm',
    'a:b and :name and :name[label] and :name{a=b}',
    '::leaf[label]{a=b}',
    ':smile: and ::double',
    ':a[**b**]',
  ])('stays: %s', (source) => {
    const text = parsePage(source, context).sections[0]?.text;
    expect(text).toBe(source.replaceAll('**', ''));
  });
});
