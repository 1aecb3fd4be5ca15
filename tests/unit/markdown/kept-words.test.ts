import { describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import type { ParsedPage } from '#markdown/parsed-page.ts';
import { plainText } from '#markdown/plain-text.ts';
import { toHtml } from '#markdown/to-html.ts';

function read(source: string) {
  const page: ParsedPage = parsePage(`\n${source}`, {
    resolveLink: (href) => ({ kind: 'outside', href }),
    resolveImage: () => ({ kind: 'image', sha256: 'a'.repeat(64) }),
  });
  if (page.unshown !== undefined) throw new Error(page.unshown);
  return { ...page, text: plainText(page.tree) };
}

describe('B26 what a wrapper holds is shown', () => {
  test('B26 the img in a picture, without a word about its other sizes', () => {
    const page = read(
      '<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="dark.png">\n  <img src="light.png" alt="Flow">\n</picture>\n\nAfter.',
    );
    expect(page.images.map(({ src, alt }) => [src, alt])).toEqual([['light.png', 'Flow']]);
    expect(JSON.stringify(page.tree)).toContain('"tagName":"img"');
    expect(page.dropped).toEqual([]);
    expect(page.text).toBe('Flow\nAfter.');
  });

  test('B26 in a line, in a cell and in a link', () => {
    expect(read('See <picture><source srcset=a.webp><img src="a.png" alt="it"></picture>.').text).toBe('See it.');
    expect(read('| a |\n| - |\n| <picture><img src="a.png" alt="it"></picture> |').text).toContain('it');
    expect(read('[<picture><img src="a.png" alt="it"></picture>](https://www.gov.uk/)').links.length).toBe(1);
  });

  test.each([
    [
      'video',
      '<video controls><source src="a.mp4">See <a href="https://www.gov.uk/f">the film</a></video>',
      'See the film',
    ],
    ['audio', '<audio src="a.mp3">Words of the talk</audio>', 'Words of the talk'],
    ['object', '<object data="a.pdf"><p>Get the form</p></object>', 'Get the form'],
    ['svg', '<svg viewBox="0 0 1 1"><path d="M0"/><text>Ten</text><text>twenty</text></svg>', 'Ten twenty'],
    ['canvas', '<canvas>A chart: 5 up</canvas>', 'A chart: 5 up'],
    ['noscript', '<noscript>The list as words</noscript>', 'The list as words'],
    ['select', '<select><option>One</option><option>Two</option></select>', 'One Two'],
    ['textarea', '<textarea>Typed</textarea>', 'Typed'],
    ['an unknown box', '<my-box>Words</my-box>', 'Words'],
  ])('B26 the words in %s', (_, html, words) => {
    expect(read(`Before ${html} after`).text.replace(/\s+/g, ' ')).toBe(`Before ${words} after`);
    expect(read(`${html}\n\nAfter`).text.replace(/\s+/g, ' ')).toBe(`${words} After`);
  });

  test('B26 nothing of them acts, and what is left out is said', () => {
    const page = read(
      '<svg><script>x</script><a href="javascript:x()">j</a><image href="https://e.test/x.png"/></svg> <video src="https://e.test/v"></video>',
    );
    expect(JSON.stringify(page.tree)).not.toMatch(/script|e\.test|"svg"|"video"|"image"/);
    expect(page.dropped.map(({ what }) => what)).toEqual(expect.arrayContaining(['<svg>', '<video>', '<script>']));
  });
});

describe('B26 addresses without quotes', () => {
  test.each([
    ['a link', 'Ring <a href=https://www.gov.uk/contact>the helpdesk</a>.', ['https://www.gov.uk/contact']],
    [
      'with more around it',
      '<a class=x href=https://www.gov.uk/a/b?c=1/2&d=3 title="t/u">a</a>',
      ['https://www.gov.uk/a/b?c=1/2&d=3'],
    ],
    ['a page beside', 'see <a href=../page.html>this page</a>', ['../page.html']],
    ['a stroke at its end', '<a href=https://www.gov.uk/>a</a>', ['https://www.gov.uk/']],
  ])('B26 %s', (_, source, addresses) => {
    const page = read(source);
    expect(page.links.map(({ href }) => href)).toEqual(addresses);
    expect(page.text).not.toContain('<');
  });

  test('B26 a picture', () => {
    expect(read('Look: <img src=img/flow.png alt=flow>').images.map(({ src, alt }) => [src, alt])).toEqual([
      ['img/flow.png', 'flow'],
    ]);
  });

  test.each(['a <b c=d/e f', 'x <a href=", y', '1 <2/3> 4', 'a <b=/c> d', '<https://www.gov.uk/a>'])(
    'B26 words stay words: %s',
    (source) => {
      expect(read(source).text).toBe(source.replace(/^<(https:.*)>$/, '$1'));
    },
  );
});

describe('B26 one tilde strikes nothing', () => {
  test.each([
    'Allow 5~10 days for a visa and 20~30 days for a permit.',
    'CO~2~e fell',
    '~/bin and ~user~ and a~b',
    '~five~ days',
  ])('B26 %s', (source) => {
    const page = read(source);
    expect(page.text).toBe(source);
    expect(page.sections[0]?.text).toBe(source);
    expect(toHtml(source, () => null)).toBe(`<p>${source}</p>`);
  });

  test('B26 two do', () => {
    expect(toHtml('~~5~~ 7', () => null)).toBe('<p><del>5</del> 7</p>');
  });
});

describe('B26 cells beyond the head', () => {
  const source =
    '| Item | Limit |\n| --- | --: |\n| Wine | 5 litres | except for embassies |\n| Beer |\n| Say `a|b` | ten |';

  test('B26 they are shown, found and sent on, under an empty head', () => {
    const page = read(source);
    expect(page.text).toBe('Item · Limit ·\nWine · 5 litres · except for embassies\nBeer · ·\nSay `a · b` · ten');
    expect(page.sections[0]?.text).toContain('except for embassies');
    expect(toHtml(source, () => null)).toContain('<td>except for embassies</td>');
  });

  test('B26 one long row among many does not cost more than a page may', () => {
    const long = `| a |\n| - |\n|${' b |'.repeat(2_000)}\n${'| c |\n'.repeat(2_000)}`;
    expect(
      parsePage(long, {
        resolveLink: () => ({ kind: 'dead', reason: 'x' }),
        resolveImage: () => ({ kind: 'dead', reason: 'x' }),
      }).unshown,
    ).toBe('too-many-parts');
  });
});
