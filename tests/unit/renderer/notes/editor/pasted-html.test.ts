import { describe, expect, test } from 'vitest';
import { saysMore } from '#rooms/notes/editor/paste-kind.ts';
import { pastedMarkdown } from '#rooms/notes/editor/pasted-html.ts';
import { excelHtml, wordHtml } from '#support/office-html.ts';

test('a Word document keeps its headings, lists, table, bold and link, and nothing else', () => {
  expect(pastedMarkdown(wordHtml)).toBe(
    [
      '# Market sounding',
      'Seven of **ten** suppliers _answered_, see [the notice](https://www.example.gov.uk/notice).',
      '- Two asked for the budget\n  - and one for the date\n- One was happy',
      '1. Write the page\n2. Send it',
      '| **Supplier** | **Answered** |\n| ------------ | ------------ |\n| Tŷ \\| Glas   | Yes          |',
      'A chart of answers',
    ].join('\n\n'),
  );
});

test('cells of Excel are a table', () => {
  expect(pastedMarkdown(excelHtml)).toBe(
    [
      '| Group      | Sent | Answered |',
      '| ---------- | ---: | -------: |',
      '| One page   |   10 |        7 |',
      '| Four pages |   10 |      40% |',
    ].join('\n'),
  );
});

describe('what other programs put on the clipboard', () => {
  test.each([
    [
      'Google Docs',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2>Day 6</h2><p>Seven <a href="https://example.org/a">answered</a></p></b>',
      '## Day 6\n\nSeven [answered](https://example.org/a)',
    ],
    [
      'a web page',
      '<html><body><!--StartFragment--><h1>Title</h1><ul><li>one<ul><li>two</li></ul></li></ul><img src="https://evil.test/x.png" alt="a chart" onerror="alert(1)"><script>alert(1)</script><!--EndFragment--></body></html>',
      '# Title\n\n- one\n  - two\n\na chart',
    ],
    ['a link that is code', '<p><a href="javascript:alert(1)">click</a> and <b>bold</b></p>', 'click and **bold**'],
    ['a turned reading direction', '<p>pay <b>\u202egpj.exe</b></p>', 'pay **gpj.exe**'],
    ['a table with a head', '<table><tr><th>a</th></tr><tr><td>1</td></tr></table>', '| a |\n| - |\n| 1 |'],
  ])('%s', (_, html, markdown) => {
    expect(pastedMarkdown(html)).toBe(markdown);
  });

  test('only HTML that says more than its words is looked at', () => {
    expect(saysMore('<meta charset="utf-8"><span style="color:red">a_b * c</span><br>')).toBe(false);
    expect(saysMore('<div><p>one</p><p>two</p></div>')).toBe(false);
    expect(saysMore('<p>one <b>two</b></p>')).toBe(true);
    expect(saysMore("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>one</p>")).toBe(true);
  });
});
