import { describe, expect, test } from 'vitest';
import { saysMore } from '#instruments/writing/paste-kind.ts';
import { pastedMarkdown } from '#instruments/writing/pasted-html.ts';
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

  test.each([
    [
      'B20 paragraphs in a cell of Word',
      '<table class=MsoTableGrid><tr><td><p>Team<o:p></o:p></p></td><td><p>Where</p></td></tr><tr><td><p>Grants</p><p>North office</p></td><td><p>Floor 2<o:p></o:p></p><p>14 desks</p></td></tr></table>',
      '| Team                   | Where               |\n| ---------------------- | ------------------- |\n| Grants<br>North office | Floor 2<br>14 desks |',
    ],
    [
      'B20 a list of Google Docs',
      '<b style="font-weight:normal;" id="docs-internal-guid-0"><ul><li aria-level="1"><p role="presentation"><span style="font-weight:700;">Prepare</span></p></li><ul><li aria-level="2"><p>book a room</p></li></ul><li aria-level="1"><p>Run the trial</p></li></ul></b>',
      '- **Prepare**\n  - book a room\n- Run the trial',
    ],
    [
      'B20 bold of Word with a space',
      '<p class=MsoNormal><b>Owner: </b>the team. <b>Due </b>in May<b>.</b></p>',
      '**Owner:** the team. **Due** in May.',
    ],
    [
      'B20 a list of Word that goes on and is numbered in parts',
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp; </span></span><![endif]>three</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>3.1.<span>&nbsp; </span></span><![endif]>its part</p><p class=MsoListParagraph>more of it</p>`,
      '3. three\n   - 3.1. its part\n\n     more of it',
    ],
    [
      'B20 a list of Outlook that is one by its class',
      `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'>·<span style='font:7pt "Times"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>one</p>\n<p class=MsoListParagraph style='margin-left:72.0pt'>1)<span>&nbsp;&nbsp; </span>two</p>`,
      '- one\n  1. two',
    ],
    [
      'B20 a list of Word for the web',
      '<div class="ListContainerWrapper"><ol start="1"><li data-aria-level="1"><p><span>a</span></p></li></ol></div><div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>b</p></li></ul></div><div class="ListContainerWrapper"><ol start="2"><li data-aria-level="1"><p>c</p></li></ol></div>',
      '1. a\n   - b\n2. c',
    ],
    [
      'B20 cells of Sheets',
      '<google-sheets-html-origin><style>td{}</style><table data-sheets-root="1"><colgroup><col width="100"></colgroup><tbody><tr><td>Fee</td><td>Sum</td></tr><tr><td>a</td><td style="text-align:right">£1,200.00</td></tr></tbody></table></google-sheets-html-origin>',
      '| Fee |       Sum |\n| --- | --------: |\n| a   | £1,200.00 |',
    ],
    [
      'B20 rows of LibreOffice',
      '<table><tr><td>Fee</td><td sdval="1200" sdnum="2057;">1,200</td></tr><tr><td><font face="A"><b>m</b><sup>2</sup></font></td><td>−5</td></tr></table>',
      '| Fee               | 1,200 |\n| ----------------- | ----- |\n| **m**<sup>2</sup> | −5    |',
    ],
    ['B20 a picture written out as text', `<p>a<img src="data:image/png;base64,${'A'.repeat(700_000)}">b</p>`, 'ab'],
    ['B20 looks that are most of it', `<style>${'p{}'.repeat(300_000)}</style><p>a <b>b</b></p>`, 'a **b**'],
  ])('%s', (_, html, markdown) => {
    expect(pastedMarkdown(html)).toBe(markdown);
  });

  test('B20 what says more by its looks or its powers is looked at', () => {
    expect(saysMore('<p>10<sup>6</sup></p>')).toBe(true);
    expect(saysMore('<span style="font-weight:700">a</span>')).toBe(true);
    expect(saysMore('<span style="font-weight: normal; color: red">a</span>')).toBe(false);
    expect(saysMore('<p>x<span style="vertical-align:super">2</span></p>')).toBe(true);
  });

  test('only HTML that says more than its words is looked at', () => {
    expect(saysMore('<meta charset="utf-8"><span style="color:red">a_b * c</span><br>')).toBe(false);
    expect(saysMore('<div><p>one</p><p>two</p></div>')).toBe(false);
    expect(saysMore('<p>one <b>two</b></p>')).toBe(true);
    expect(saysMore("<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>one</p>")).toBe(true);
  });
});
