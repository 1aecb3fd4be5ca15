import { describe, expect, test } from 'vitest';
import { fromHtml } from '#markdown/from-html.ts';
import { processorMs } from '#support/processor-time.ts';

const none = (): null => null;
const md = (html: string): string => fromHtml(html, none);

describe('B20 a figure stays the figure that it was', () => {
  test.each([
    ['a power', '<p>Dose 10<sup>6</sup>, area 5 m<sup>2</sup></p>', 'Dose 10<sup>6</sup>, area 5 m<sup>2</sup>'],
    ['an index', '<p>CO<sub>2</sub></p>', 'CO<sub>2</sub>'],
    ['a power by style', '<p>10<span style="vertical-align:super;font-size:.6em">6</span></p>', '10<sup>6</sup>'],
    [
      'a power raised by Word',
      '<p>10<span style="position:relative;top:-3pt;mso-text-raise:3pt">6</span></p>',
      '10<sup>6</sup>',
    ],
    [
      'a power whose look is set back by a style sheet',
      '<p>5<sup style="vertical-align: baseline; top: -0.5em">2</sup></p>',
      '5<sup>2</sup>',
    ],
    ['a power of a power', '<p>10<sup>2<sup>3</sup></sup></p>', '10<sup>2<sup>3</sup></sup>'],
    ['a power raised by a length', '<p>10<span style="vertical-align:4pt">6</span></p>', '10<sup>6</sup>'],
    ['a power moved up', '<p>10<span style="position:relative; top:-.4em">6</span></p>', '10<sup>6</sup>'],
    ['an index by its place', '<p>CO<span style="font-variant-position:sub">2</span></p>', 'CO<sub>2</sub>'],
    ['a figure that is only set straight', '<p>10<span style="vertical-align:-1px">6</span></p>', '106'],
    [
      'a mark of Word that says so twice',
      '<p>In 2024<span class=MsoFootnoteReference><span><span class=MsoFootnoteReference>[1]</span></span></span></p>',
      'In 2024<sup>\\[1]</sup>',
    ],
    ['a power in a heading', '<h2>10<sup>6</sup> m</h2>', '## 10<sup>6</sup> m'],
    ['a power in a link', '<a href="https://www.gov.uk/">10<sup>6</sup></a>', '[10<sup>6</sup>](https://www.gov.uk/)'],
    ['a power in code', '<p><code>x<sup>2</sup></code></p>', '`x`<sup>`2`</sup>'],
    ['a power in lines of code', '<pre>10<sup>6</sup> 10<sup>-x</sup></pre>', '```\n10⁶ 10^(-x)\n```'],
    ['the mark of a note', '<p>In 2024<sup><a href="#fn1">1</a></sup> it</p>', 'In 2024<sup>1</sup> it'],
    [
      'a mark of Word',
      '<p>In 2024<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p>',
      'In 2024<sup>\\[1]</sup>',
    ],
    ['a fraction', '<p>1<sup>1</sup>⁄<sub>2</sub> and 3½</p>', '1<sup>1</sup>⁄<sub>2</sub> and 3½'],
    ['what was struck and put in', '<p><del>5</del><ins>7</ins>0</p>', '~~5~~<ins>7</ins>0'],
    ['struck by style', '<p><span style="text-decoration:line-through">5</span>7</p>', '~~5~~7'],
    ['hidden digits', '<p>5<span style="display:none">0</span>0<span hidden>9</span></p>', '50'],
    ['words for screen readers', '<p>5<span class="govuk-visually-hidden">6</span></p>', '5'],
    ['separators', '<p>1&nbsp;000 and 1<span> </span>000 and 1<wbr>000</p>', '1 000 and 1 000 and 1000'],
    ['a minus, a range and money', '<p>−5, 5~10, £1,200, $5, 50&nbsp;%</p>', '−5, 5~10, £1,200, $5, 50 %'],
    [
      'a formula',
      '<math><msup><mn>10</mn><mn>6</mn></msup><mo>/</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
      '10<sup>6</sup>/1/2',
    ],
    [
      'a formula drawn twice',
      '<span class="katex"><span class="katex-mathml" style="position:absolute;clip:rect(1px,1px,1px,1px)"><math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation>x^2</annotation></semantics></math></span><span class="katex-html">x2</span></span>',
      'x<sup>2</sup>',
    ],
    [
      'fields of a form',
      '<p>Amount <input value="120"> per <select><option>day</option><option selected>week</option></select></p>',
      'Amount 120 per week',
    ],
    [
      'a formula of Word, beside a picture of it',
      '<p>Rate <!--[if gte msEquation 12]><m:oMath><m:sSup><m:sSupPr><span><m:ctrlPr></m:ctrlPr></span></m:sSupPr><m:e><i><span><m:r>x</m:r></span></i></m:e><m:sup><m:r>2</m:r></m:sup></m:sSup><m:r>=</m:r><m:f><m:num><m:r>9</m:r></m:num><m:den><m:r>2</m:r></m:den></m:f></m:oMath><![endif]--><![if !msEquation]><span><img src="file:///c.png"></span><![endif]> pounds</p>',
      'Rate x<sup>2</sup>=9/2 pounds',
    ],
    [
      'roots, brackets and sums of Word',
      '<!--[if gte msEquation 12]><m:oMath><m:rad><m:radPr><m:degHide m:val="on"/></m:radPr><m:deg></m:deg><m:e><m:r>5</m:r></m:e></m:rad><m:d><m:e><m:r>1</m:r></m:e></m:d><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r>1</m:r></m:sub><m:sup><m:r>9</m:r></m:sup><m:e><m:r>k</m:r></m:e></m:nary></m:oMath><![endif]-->',
      '√(5)(1)∑<sub>1</sub><sup>9</sup>k',
    ],
    ['figures set out side by side', '<div style="display:flex"><span>1</span><span>2</span></div>', '1 2'],
    ['figures in cells by role', '<div role="row"><span role="cell">1</span><span role="cell">2</span></div>', '1 2'],
    ['a sheet of Google', '<google-sheets-html-origin><table><tr><th>1</th></tr></table>', '| 1 |\n| - |'],
    [
      'an address that is its own words',
      '<p>See <a href="https://www.gov.uk/a">https://www.gov.uk/a</a>.</p>',
      'See <https://www.gov.uk/a>.',
    ],
    ['a year that begins a line', '<p>1986. A year</p><p>- 5</p>', '1986\\. A year\n\n\\- 5'],
  ])('B20 %s', (_, html, markdown) => {
    expect(md(html)).toBe(markdown);
  });
});

describe('B20 lists', () => {
  test.each([
    ['a list directly in a list', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      'an item that only holds a list',
      '<ul><li>a</li><li style="list-style:none"><ul><li>b</li></ul></li></ul>',
      '- a\n  - b',
    ],
    ['a list that begins deep', '<ul><ul><li>a</li></ul><li>b</li></ul>', '- a\n- b'],
    [
      'of both kinds',
      '<ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ol>',
      '1. a\n   - b\n     1. c\n2. d',
    ],
    ['that does not begin with one', '<ol start="4"><li>d</li><li>e</li></ol>', '4. d\n5. e'],
    ['that leaps', '<ol><li>a</li><li value="5">e</li><li>f</li></ol>', '1. a\n\n5) e\n6) f'],
    ['that counts down', '<ol reversed><li>b</li><li>a</li></ol>', '2. b\n\n1) a'],
    ['that counts below nothing', '<ol start="-1"><li>a</li></ol>', '- -1. a'],
    ['with an empty item that counts', '<ol><li>a</li><li></li><li>c</li></ol>', '1. a\n\n3) c'],
    [
      'lettered',
      '<ol type=a start=2><li>b</li><li>c<ol type="I"><li>d</li></ol></li></ol>',
      '- b. b\n- c. c\n  - I. d',
    ],
    [
      'lettered by style, then numbered',
      '<ol><li style="list-style-type:lower-roman" value=4>a</li><li style="list-style: upper-alpha inside" value=28>b</li><li>c</li></ol>',
      '- iv. a\n- AB. b\n\n29. c',
    ],
    [
      'lettered by Word',
      `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>(a)<span>&nbsp; </span></span><![endif]>First</p>` +
        `<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>(b)<span>&nbsp; </span></span><![endif]>see (a)</p>`,
      '- (a) First\n- (b) see (a)',
    ],
    [
      'lettered by Word for the web',
      '<div class="ListContainerWrapper"><ol type="a" start="3"><li data-aria-level="1"><p>Third</p></li></ol></div>',
      '- c. Third',
    ],
    ['without a list around it', '<li>a</li><li>b</li>', '- a\n- b'],
    ['with paragraphs', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
    [
      'of words and meanings',
      '<dl><div><dt>Fee</dt><dd>£5</dd></div><dt>Day</dt><dd>1</dd></dl>',
      '- Fee\n  - £5\n- Day\n  - 1',
    ],
    [
      'ticks',
      '<ul><li><input type=checkbox checked disabled> a</li><li><label><input type="checkbox"> b</label></li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'ticks of Confluence',
      '<ul class="inline-task-list"><li class="checked" data-inline-task-id="1">a</li><li data-inline-task-id="2">b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'ticks of TinyMCE',
      '<ul class="tox-checklist"><li class="tox-checklist--checked">a</li><li>b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'ticks of Google Docs',
      '<ul><li role="checkbox" aria-checked="true">a</li><li role="checkbox" aria-checked="false">b</li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'ticks of Notion',
      '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>a</span></li></ul>',
      '- [x] a',
    ],
    [
      'ticks of ProseMirror',
      '<ul data-type="taskList"><li data-checked="true"><label><input type=checkbox checked></label><div><p>a</p></div></li></ul>',
      '- [x] a',
    ],
    ['a box in a sentence', '<p>Done <input type=checkbox checked> yes</p>', 'Done ☑ yes'],
  ])('B20 %s', (_, html, markdown) => {
    expect(md(html)).toBe(markdown);
  });
});

describe('B20 cells', () => {
  const cell = (html: string): string =>
    md(`<table><tr><th>h</th></tr><tr><td>x</td></tr><tr><td>${html}</td></tr></table>`)
      .split('\n')
      .at(-1)
      ?.replace(/ +\|$/, ' |') ?? '';
  test.each([
    ['paragraphs', '<p>Floor 2</p><p>14 desks</p>', '| Floor 2<br>14 desks |'],
    ['boxes', '<div>Floor 2</div><div>14 desks</div>', '| Floor 2<br>14 desks |'],
    ['lines', 'Floor 2<br style="mso-data-placement:same-cell">14', '| Floor 2<br>14 |'],
    ['a power', '10<sup>6</sup>', '| 10<sup>6</sup> |'],
    ['a bar', 'a|b <code>c|d</code>', '| a\\|b `c\\|d` |'],
  ])('B20 %s', (_, html, markdown) => {
    expect(cell(html)).toBe(markdown);
  });

  test('B20 a list with numbers in a cell, and code', () => {
    expect(
      md(
        '<table><tr><th>a<th>b<tr><td><ol start=3><li>x<li>y<ul><li>z</ul></ol><td><ul><li>u<li>v</ul><pre>1\n2</pre></table>',
      ),
    ).toBe(
      '| a                   | b                        |\n| ------------------- | ------------------------ |\n| 3. x<br>4. y<br>• z | • u<br>• v<br>`1`<br>`2` |',
    );
  });

  test('B20 merged cells say their words once, each in its column', () => {
    const html =
      '<table><thead><tr><th colspan=2>A</th><th>B</th></tr></thead><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>';
    expect(md(html)).toBe('| A |   | B |\n| - | - | - |\n| 1 | 2 | 3 |\n|   | 4 | 5 |');
  });

  test('a cell that covers 0 rows covers all that follow, and one of 0 columns is one', () => {
    const html =
      '<table><tr><th rowspan="0">A</th><th colspan="0">B</th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>';
    expect(fromHtml(html, none, { headFirst: true })).toBe('| A | B |\n| - | - |\n|   | 1 |\n|   | 2 |');
  });

  test('remarks of Word stand apart from the text, with their marks', () => {
    const mark = (href: string): string =>
      `<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a href="#${href}">[AR1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>`;
    const html = `<p class=MsoNormal>We ask <a style='mso-comment-reference:AR_1'>ten firms</a>${mark('_msocom_1')} in May.</p><div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>${mark('_msoanchor_1')}Why ten?</p></div></div></div>`;
    expect(md(html)).toBe('We ask ten firms<sup>\\[AR1]</sup> in May.\n\n---\n\n> <sup>\\[AR1]</sup> Why ten?');
    const bare = '<p>We ask ten.</p><div style="mso-element:comment"><p class=MsoCommentText>Why ten?</p></div>';
    expect(md(bare)).toBe('We ask ten.\n\n> Why ten?');
  });

  test('B20 a table that only places things gives them one after the other', () => {
    const inner = '<table><tr><th>a</th></tr><tr><td>1</td></tr></table>';
    expect(md(`<table><tr><td><p>Dear all</p>${inner}</td><td>logo</td></tr></table>`)).toBe(
      'Dear all\n\n| a |\n| - |\n| 1 |\n\nlogo',
    );
  });

  test('B20 spans without end cost nothing', () => {
    const row = '<tr><td colspan="9999" rowspan="9999">1</td></tr>';
    expect(md(`<table>${row.repeat(2_000)}</table>`).length).toBeLessThan(2_000_000);
  });
});

describe('B20 marks', () => {
  test.each([
    ['white space at both ends', '<b> Owner: </b>the <i>team </i>now', '**Owner:** the _team_ now'],
    ['white space of Word', '<b>Owner:&nbsp;</b>the team', '**Owner:** the team'],
    ['a stop that is bold', 'in <b>May</b><b>.</b>', 'in **May**.'],
    ['inside a word', 'Bru<em>ss</em>els, in<b>side</b>', 'Bru*ss*els, in**side**'],
    ['before a letter', '<b>Owner:</b>the', '<strong>Owner:</strong>the'],
    ['across pieces', '<b>one</b><b> two</b> <span style="font-weight:600">three</span>', '**one two three**'],
    ['bold that is not', '<b style="font-weight:normal">a</b>', 'a'],
    ['light in bold', '<b>a <span style="font-weight:400">b</span></b>', '**a** b'],
    [
      'slanted and struck by style',
      '<span style="font-style:italic">a</span> <span style="text-decoration: line-through">b</span>',
      '_a_ ~~b~~',
    ],
    ['a line under it', '<u>a</u> <span style="text-decoration:underline">b</span>', '<u>a b</u>'],
    ['a line under a link', '<a href="https://www.gov.uk/"><u>a</u></a>', '[a](https://www.gov.uk/)'],
    ['around blocks', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
    ['a bold heading', '<h2><b>a</b></h2>', '## a'],
    ['around a line break', '<b>a<br></b>b', '**a**\\\nb'],
    ['stars and low lines that are words', '<b>a*b</b> snake_case *x*', '**a\\*b** snake_case \\*x\\*'],
    [
      'addresses and names as they are',
      'R&amp;D, a_b@x.uk, https://www.gov.uk/a_b, www.gov.uk',
      'R&D, a_b@x.uk, https://www.gov.uk/a_b, www.gov.uk',
    ],
    ['words like tags', 'p&lt;alpha and &lt;b or c&gt;', 'p\\<alpha and \\<b or c>'],
    ['a box in words', ':::note', '\\:::note'],
  ])('B20 %s', (_, html, markdown) => {
    expect(md(html)).toBe(markdown);
  });
});

describe('B20 pages of the web', () => {
  test.each([
    [
      'menus and what is hidden',
      '<nav><ul><li><a href="/a">Home</a></li></ul></nav><main><h1>T</h1><p>a<script>x</script></p></main><style>p{}</style><template>no</template>',
      '- Home\n\n# T\n\na',
    ],
    [
      'boxes that are lines',
      '<div>one</div><div>two</div><span style="display:block">three</span>',
      'one\n\ntwo\n\nthree',
    ],
    ['an empty line parts paragraphs', 'one<br><br>two', 'one\n\ntwo'],
    [
      'a summary and a figure',
      '<details><summary>More</summary>words</details><figure><img alt="a chart"><figcaption>Fig 1</figcaption></figure>',
      'More\n\nwords\n\na chart\n\nFig 1',
    ],
    ['words around a picture', '<p>5<img alt="chart">6</p>', '5 chart 6'],
    ['a face', '<p>Well done<img alt="🙂">!</p>', 'Well done🙂!'],
    [
      'what programs cannot play',
      '<video><source src=a.mp4>See the film</video><object>a map</object>',
      'See the film a map',
    ],
    ['a quote and small letters above', '<p><q>a</q> <ruby>漢<rt>kan</rt></ruby></p>', '“a” 漢 (kan)'],
    ['a heading by its role', '<div role="heading" aria-level="3">T</div>', '### T'],
    ['soft hyphens', '<p>co&shy;operate</p>', 'cooperate'],
  ])('B20 %s', (_, html, markdown) => {
    expect(md(html)).toBe(markdown);
  });
});

test.each([
  '<ul><li>x',
  '<ol><li>',
  '<blockquote>',
  '<table><tr><td>y</td><td>',
  '<dl><dd>',
  '<div>',
  '<ul>',
  '<b><i>',
  '<sup>',
  '<o:p>',
  '<o:p/>',
  '<x_y>',
])('B20 %s in itself however deep keeps its words', (open) => {
  for (const depth of [15, 20, 40, 90, 3_000]) {
    const markdown = md(`${open.repeat(depth)}<p>end</p>`);
    expect(markdown).toContain('end');
  }
});

describe('B20 growth: twice as much takes about twice as long', () => {
  const kinds: readonly (readonly [string, (count: number) => string])[] = [
    ['open styles', (count) => '<style>'.repeat(count)],
    ['open comments', (count) => '<!--'.repeat(count)],
    ['items', (count) => `<ol>${'<li>a'.repeat(count)}</ol>`],
    ['cells', (count) => `<table>${'<tr><td>a<td>b'.repeat(count / 2)}</table>`],
    ['marks', (count) => '<b>a</b><i>b</i>'.repeat(count / 2)],
    ['spaces', (count) => `<p>a${' \u00a0'.repeat(count)}b</p>`],
    ['breaks', (count) => `<p>${'<br>'.repeat(count)}</p>`],
    ['addresses', (count) => `<p>${'https://a.uk/_b '.repeat(count / 4)}</p>`],
    ['Word items', (count) => '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1">a</p>'.repeat(count / 8)],
    [
      'a long cell',
      (count) => `<table><tr><td>${'a'.repeat(count)}</td></tr>${'<tr><td>b</td></tr>'.repeat(count / 8)}</table>`,
    ],
  ];
  test.each(kinds)(
    'B20 %s',
    (_, make) => {
      const cost = (count: number): number => {
        const html = make(count);
        return processorMs(() => expect(fromHtml(html, none).length).toBeLessThan(count * 60 + 1_000));
      };
      cost(1_000);
      const [small, large] = [cost(8_000), cost(32_000)];
      expect(large).toBeLessThan(small * 12 + 1_500);
    },
    60_000,
  );
});
