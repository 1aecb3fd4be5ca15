import { describe, expect, test } from 'vitest';
import { parsePage } from '#markdown/parse.ts';
import { context, elements, gullible, outline, PICTURE } from '#support/markdown.ts';
import { unsafeParts } from '#support/safe-tree.ts';

const shown = (source: string, within = context) => {
  const page = parsePage(source, within);
  if (!page.tree) throw new Error(`unshown: ${page.unshown}`);
  expect(unsafeParts(page.tree)).toEqual([]);
  return page;
};
const whats = (source: string): string[] => shown(source).dropped.map(({ what }) => what);

describe('forbidden HTML', () => {
  test('R1 embed, object, applet, iframe, frame are gone; words that stand in for them stay', () => {
    const source = [
      'before <embed src=x> <object data=x>o</object> <applet code=x>a</applet> <iframe src=x>i</iframe> after',
      '<frameset><frame src=x></frameset>',
      '<object><embed src=x></object>',
    ].join('\n\n');
    const page = shown(source);
    expect(page.sections[0]?.text).toBe('before o a after');
    for (const what of ['<embed>', '<object>', '<applet>', '<iframe>']) expect(whats(source)).toContain(what);
  });

  test('R2 tags that parsers read in two ways leave nothing behind', () => {
    for (const source of [
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
      '<svg><style><a id="</style><img src=1 onerror=alert(1)>">',
      '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '<template><s><template><s><img src=x onerror=alert(1)>@shafigullin</s></template></s></template>',
      '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
      'x <plaintext> y',
      '<!--><img src=x onerror=alert(1)>-->',
      '<a title="--><img src=x onerror=alert(1)>">x</a>',
    ]) {
      shown(source);
      shown(source, gullible);
    }
  });

  test('R4 addresses that only look harmless lead nowhere', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\\\nscript:alert(1)',
      '&#106;avascript:alert(1)',
      'javascript&colon;alert(1)',
      '&#x01;javascript:alert(1)',
      'vbscript:msgbox(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'file://host/share',
      'https:/\\\\evil.example',
      'https://user:pw@evil.example/',
      'http://plain.example/',
      'ms-officecmd:x',
      'https://exa\u200bmple.example/',
    ]) {
      for (const source of [`[a](<${href}>)`, `<a href="${href}">a</a>`, `[a]\n\n[a]: <${href}>`]) {
        for (const within of [context, gullible]) {
          const page = shown(source, within);
          const hrefs = elements(page.tree).flatMap(({ properties }) => properties.href ?? []);
          for (const kept of hrefs) expect(String(kept)).toMatch(/^page:/);
        }
      }
    }
  });

  test('R5 UNC paths, file addresses, maps and targets open nothing', () => {
    const page = shown(
      '<a href="\\\\host\\share" target=_top>a</a> <map name=m><area href="https://x.example/"></map> [f](file://h/x)',
      gullible,
    );
    expect(elements(page.tree).flatMap(({ properties }) => properties.href ?? [])).toEqual([]);
    expect(page.dropped.map(({ what }) => what)).toContain('<map>');
  });

  test('R9 a mermaid fence is code', () => {
    const page = shown('```mermaid\ngraph TD; A["<img src=x onerror=alert(1)>"]\n```');
    expect(outline(page.tree)).toBe('pre(code(graph TD; A["<img src=x onerror=alert(1)>"] ))');
    expect(elements(page.tree)[1]?.properties.className).toEqual(['language-mermaid']);
  });

  test('R10 the words after a fence become a class or nothing', () => {
    for (const [info, kept] of [
      ['js', ['language-js']],
      ['js&#x20;xss', ['language-js']],
      ['C++', ['language-cpp']],
      ['<style/onload=alert(1)>', undefined],
      ['"onload="x', undefined],
    ] as const) {
      const page = shown(`\`\`\`${info}\nx\n\`\`\``);
      expect(elements(page.tree)[1]?.properties.className).toEqual(kept);
    }
  });

  test('R23 no picture of the outside is left to fetch', () => {
    const page = shown(
      [
        '![a](https://t.example/p.gif) ![b](//t.example/p.png) ![c](file:///x.png) ![d](data:image/png;base64,AA==)',
        '<img srcset="https://t.example/1x.png 1x" src="https://t.example/2.png">',
        '<video poster="https://t.example/p.png"><source src="https://t.example/v.mp4"></video>',
        '<p style="background:url(https://t.example/b.png)" background="https://t.example/c.png">words</p>',
        '<picture><source srcset="https://t.example/s.png"><img src="https://t.example/i.png"></picture>',
        '<input type="image" src="https://t.example/i.png"><link rel=stylesheet href="https://t.example/c.css">',
      ].join('\n\n'),
    );
    expect(JSON.stringify(page.tree)).not.toContain('t.example');
    expect(page.images.map(({ target }) => target.kind)).toContain('dead');
  });

  test('R23 a resolver that says yes to everything still gives no address outside the pack', () => {
    const page = shown('![a](https://t.example/p.gif) <img src="x:y">', gullible);
    expect(elements(page.tree).filter(({ tagName }) => tagName === 'img')).toEqual([]);
  });
});

describe('a page', () => {
  test('is read once into everything that others need', () => {
    const page = shown(
      '---\ntitle: T\n---\nLead with [a link](other.md#part) and ![words](p.png "T").\n\n## First\n\nText.\n\n### Second {#mine}\n',
    );
    expect(page.frontMatter).toEqual({ data: { title: 'T' } });
    expect(page.links).toMatchObject([
      { href: 'other.md#part', text: 'a link', target: { kind: 'page', page: 'other.md', section: 'part' } },
    ]);
    expect(page.links[0]?.position.start).toMatchObject({ line: 4, column: 11 });
    expect(page.images).toMatchObject([{ src: 'p.png', alt: 'words', target: { sha256: PICTURE } }]);
    expect(page.headings).toMatchObject([
      { id: 'first', text: 'First', depth: 2, position: { start: { line: 6 } } },
      { id: 'mine', text: 'Second', depth: 3 },
    ]);
    expect(page.firstHeading?.id).toBe('first');
    expect(page.sections.map(({ id }) => id)).toEqual(['', 'first', 'mine']);
    expect(page.words).toBe(9);
    expect(page.mdast.type).toBe('root');
    expect(elements(page.tree)[2]?.properties).toEqual({
      src: `blob/${PICTURE}`,
      alt: 'words',
      width: 40,
      height: 30,
      title: 'T',
    });
    expect(elements(page.tree)[1]?.properties).toEqual({ href: 'page:other.md#part' });
  });

  test('gives links of each kind the address that the reader knows', () => {
    const href = (source: string, target: Parameters<typeof shown>[1]) =>
      elements(shown(source, target).tree).find(({ tagName }) => tagName === 'a')?.properties.href;
    const to = (target: ReturnType<typeof context.resolveLink>) => ({ ...context, resolveLink: () => target });
    expect(href('[a](x)', to({ kind: 'page', page: 'p' }))).toBe('page:p');
    expect(href('[a](x)', to({ kind: 'page', pack: 'q', page: 'p', section: 'é b' }))).toBe('page:q/p#%C3%A9%20b');
    expect(href('[a](x)', to({ kind: 'same', section: 'é' }))).toBe('#s-%C3%A9');
    expect(href('[a](x)', to({ kind: 'outside', href: 'https://www.gov.uk' }))).toBe('https://www.gov.uk/');
    expect(href('[a](x)', to({ kind: 'outside', href: 'mailto:a@b.example?cc=c@d.example' }))).toBe(
      'mailto:a@b.example',
    );
    expect(href('[a](x)', to({ kind: 'dead', reason: 'page' }))).toBeUndefined();
    expect(href('[a](\ud800.md)', context)).toBe('page:%EF%BF%BD.md');
  });

  test('keeps the words of a dead link and says why it is dead', () => {
    const page = shown('[old *site*](http://old.example/) [gone](javascript:x)');
    expect(outline(page.tree)).toBe('p(span(old em(site)) span(gone))');
    expect(elements(page.tree)[1]?.properties).toEqual({
      className: ['dead-link'],
      dataReason: 'scheme',
      dataDead: 'http://old.example/',
    });
    expect(page.links.map(({ target }) => target)).toEqual([
      { kind: 'dead', reason: 'scheme' },
      { kind: 'dead', reason: 'scheme' },
    ]);
    expect(page.dropped.map(({ what }) => what)).toEqual(['http:', 'javascript:']);
  });

  test('keeps content that was written as HTML', () => {
    const page = shown(
      [
        '<section class="x"><h2>Part</h2><div>One</div><div>Two <b>bold</b></div></section>',
        '<table><caption>C</caption><tr><th>A<td>1</table>',
        '<dl><dt>T<dd>D</dl>',
        '<details><summary>S</summary>\n\nHidden **words**\n\n</details>',
        'H<sub>2</sub>O <abbr title="Her">H</abbr><br>x',
      ].join('\n\n'),
    );
    expect(outline(page.tree)).toBe(
      'h2(Part)p(One)p(Two b(bold))div(table(caption(C)tbody(tr(th(A)td(1)))))dl(dt(T)dd(D))' +
        'details(summary(S)p(Hidden strong(words)))p(Hsub(2)O abbr(H)br()x)',
    );
    expect(page.sections.map(({ heading }) => heading)).toEqual(['', 'Part']);
    expect(page.dropped).toEqual([]);
  });

  test('loses no words to a tag that never ends or that nobody knows', () => {
    const page = shown('Give it a <title> and <your name>.\n\n<iframe src="x">\n\nStill here.');
    expect(page.sections[0]?.text).toBe('Give it a <title> and <your name>.\nStill here.');
    expect(page.dropped.map(({ what }) => what)).toEqual(['<iframe>']);
  });

  test('is not bold or a link to its end because one tag never ends', () => {
    const page = shown('a <b>bold\n\n<a href="x">b\n\n<a name="here">c <i>d</i>\n\n<strong>e');
    expect(outline(page.tree)).toBe('p(a bold)p(b)p(span()c i(d))p(e)');
    expect(page.dropped.map(({ what }) => what)).toEqual(['<b>', '<a>', '<strong>']);
    expect(page.anchors).toEqual(['here']);
  });

  test('loses looks without a word and says which other attributes went', () => {
    const page = shown(
      '<span class="x">a</span> <b data-my-note=1 aria-hidden=true tabindex=0 class=y onclick=z>b</b>',
    );
    expect(outline(page.tree)).toBe('p(a b(b))');
    expect(page.dropped.map(({ what }) => what)).toEqual(['data-my-note', 'aria-hidden', 'tabindex', 'onclick']);
  });

  test('keeps the words of a form and none of its controls', () => {
    const page = shown(
      '<form action="https://x.example"><label>Name</label><input name=n><button>Send</button></form>',
    );
    expect(page.sections[0]?.text).toBe('Name\nSend');
    expect(page.dropped.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['<form>', '<input>', '<label>', '<button>']),
    );
  });

  test('has footnotes as a last section with plain words and one id each', () => {
    const page = shown('A[^1] b[^x] c[^1].\n\n[^1]: One.\n[^x]: Two.\n');
    expect(page.sections.at(-1)).toEqual({ id: 'footnotes', heading: 'Footnotes', level: 2, text: 'One.\nTwo.' });
    expect(page.sections[0]?.text).toBe('A b c.');
    expect(page.headings).toEqual([]);
    const marks = elements(page.tree).filter(({ properties }) => 'dataFootnoteRef' in properties);
    expect(marks[0]?.properties).toMatchObject({ href: '#fn-1', id: 'fnref-1', ariaLabel: 'Footnote 1' });
    expect(shown('A[^1]\n\n[^1]: B', { ...context, lang: 'cy' }).sections.at(-1)?.heading).toBe('Troednodiadau');
  });

  test('has tables that scroll by themselves and header cells with a scope', () => {
    const page = shown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(outline(page.tree)).toBe('div(table(thead(tr(th(a)th(b)))tbody(tr(td(1)td(2)))))');
    expect(elements(page.tree)[0]?.properties.className).toEqual(['table-scroll']);
    expect(elements(page.tree)[5]?.properties).toEqual({ align: 'right', scope: 'col' });
  });

  test('a head without words is left out', () => {
    const page = shown('|  |  |\n| --- | --- |\n| 1 | 2 |');
    expect(outline(page.tree)).toBe('div(table(tbody(tr(td(1)td(2)))))');
  });

  test('may begin with a byte order mark and end in half a tag', () => {
    expect(shown('\ufeff---\r\ntitle: T\r\n---\r\nx').frontMatter).toEqual({ data: { title: 'T' } });
    expect(shown('\u0000\n<td>&#x202e;').dropped).toMatchObject([{ what: 'U+202E', position: { start: { line: 1 } } }]);
  });

  test('over a limit is kept as text with the reason', () => {
    const page = parsePage(`---\ntitle: T\n---\n${'> '.repeat(200)}words`, context);
    expect(page.unshown).toBe('too-deep');
    expect(page.frontMatter).toEqual({ data: { title: 'T' } });
    expect(page.sections[0]?.text).toContain('words');
  });

  test('holds no id that shadows a name of the DOM', () => {
    const page = shown('# location\n\n<a id="body" name="cookie">x</a> <form id="x"><input name="parentNode"></form>');
    expect(elements(page.tree).flatMap(({ properties }) => properties.id ?? [])).toEqual([
      's-location',
      's-body',
      's-x',
    ]);
    expect(page.anchors).toEqual(['body', 'x', 'location']);
  });
});
