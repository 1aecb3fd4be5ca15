// Over 400 lines: one table of what other tools write and what it becomes, so that the kinds are seen side by side.
import { describe, expect, test } from 'vitest';
import { gifOf, jpegOf, webpOf } from '#support/pictures-made.ts';
import { PNG, SVG } from '../lint/pack-in-memory.ts';
import { adopted } from './folder-in-memory.ts';

const bodyOf = (file: string | Uint8Array | undefined): string =>
  String(file)
    .replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .trimEnd();
const JPEG = new Uint8Array(jpegOf(3, 2));
const WEBP = new Uint8Array(webpOf([3, 2], [3, 2]));
const AVIF = Uint8Array.from(Buffer.from('\0\0\0\x1cftypavif\0\0\0\0', 'latin1'));
const GIF = new Uint8Array(gifOf(3, 2));

/** The body of `a.md` once its folder is adopted. */
async function pageOf(text: string, more: Readonly<Record<string, string | Uint8Array>> = {}, name = 'a.md') {
  const made = await adopted({ [name]: text, ...more });
  return { ...made, body: bodyOf(made.files['pages/a.md']) };
}

describe('B27 front matter', () => {
  test.each([
    ['2.10', '2.10'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['1_000', '1_000'],
    ['Yes', 'Yes'],
    ['on', 'on'],
    ['True', 'True'],
    ['true', 'true'],
    ['2024', '2024'],
    ['2024-01-31', '2024-01-31'],
    ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z'],
  ])('B27 a title %s stays as it is written, also in tags and owner', async (written, shown) => {
    const { lint } = await adopted({
      'a.md': `---\ntitle: ${written}\nowner: ${written}\ntags: [${written}]\n---\n\nText.`,
    });
    expect(lint.pages[0]?.meta).toMatchObject({ title: shown, owner: shown, tags: [shown] });
    expect(lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('B27 TOML is read whole: lists, tables, escapes, texts over lines; numbers and days as they are written', async () => {
    const toml = String.raw`+++
categories = ["Grants", "Money"] # two
title = "T\u0177 a ch\u00e2n"
description = """
When a grant
may be paid."""
version = 2.10
date = 2024-05-01
weight = 3
[taxonomies]
tags = ["one"]
+++
Text.`;
    const { lint, notes, files } = await adopted({ 'a.md': toml });
    expect(lint.pages[0]?.meta).toMatchObject({
      ...{ title: 'Tŷ a chân', summary: 'When a grant may be paid.', order: 3, tags: ['one'] },
      extra: { categories: ['Grants', 'Money'], version: '2.10', date: '2024-05-01' },
    });
    expect(notes).toEqual([]);
    expect(files['pack.yaml']).toContain('created: 2024-05-01');
  });

  test('B27 one line that is no TOML loses itself only, and is said', async () => {
    const { lint, notes } = await adopted({ 'a.md': '+++\nwhat is this\ntitle = "A title"\n+++\nText.' });
    expect(lint.pages[0]?.meta).toMatchObject({ title: 'A title', extra: { source_front_matter: 'what is this' } });
    expect(notes).toEqual(['a.md:1 front-matter: kept as text: these lines are not TOML']);
  });

  test.each([
    ['JSON between fences', '---json\n{"title": "A title"}\n---\nText.'],
    ['TOML between fences', '---toml\ntitle = "A title"\n---\nText.'],
    ['JSON of Hugo', '{\n  "title": "A title"\n}\nText.'],
  ])('B27 %s is front matter', async (_name, text) => {
    const { lint, files } = await adopted({ 'a.md': text });
    expect(lint.pages[0]?.meta.title).toBe('A title');
    expect(bodyOf(files['pages/a.md'])).toBe('Text.');
  });

  test.each([
    ['last_reviewed_on: 2019-03-2019', 'it is no day that can be read; write it as 2024-01-31; kept as it is'],
    ['review_by: 01/02/2024', 'it could be two days; write it as 2024-01-31; kept as it is'],
    ['nav_order: first', 'it is no number; kept as it is'],
    ['audiences: { a: 1 }', 'it is no list of texts; kept as it is'],
    ['review_in: 6 months', 'there is no day of a review to count from, so the page never falls due'],
    ['locale: "not a tag!"', 'it is no language tag such as cy; kept as it is'],
  ])('B27 %s cannot be read: said', async (line, why) => {
    const { notes } = await adopted({ 'a.md': `---\ntitle: A\n${line}\n---\n\nText.` });
    expect(notes).toEqual([`a.md:1 front-matter: not used: ${why}`]);
  });

  test.each(['opengraphImage', 'seo', 'image', 'twitterCard', 'socialShare'])(
    'B27 the words of a %s group are not words of the page',
    async (group) => {
      const long = 'Comparison of one question on a page with several questions that belong together';
      const { body } = await pageOf(`---\ntitle: A\n${group}:\n  src: /x.png\n  alt: ${long}\n---\n\nText.`);
      expect(body).toBe('Text.');
    },
  );

  test('B27 pictures of front matter go to the end of the page; those for sharing are said', async () => {
    const front = 'screenshots:\n  - src: one.png\n    text: The first\nogImage: one.png\nhero: gone.png';
    const { body, notes } = await pageOf(`---\ntitle: A\n${front}\n---\n\nText.`, { 'one.png': PNG });
    expect(body).toBe('Text.\n\n![The first](../images/one.png)');
    expect(notes).toEqual([
      'a.md:1 front-matter: put at the end of the page',
      'a.md:1 front-matter: not shown: a picture for lists or for sharing',
      'a.md:1 front-matter: not shown: the picture is not in the folder',
    ]);
  });
});

describe('B27 files', () => {
  test('B27 whatever a site makes of Markdown on the way is Markdown; other kinds are said', async () => {
    const made = await adopted({
      ...{ 'a.html.md.erb': '# A', 'b.Rmd': '# B', 'c.qmd': '# C', 'd.html.md': '# D', 'e.md.njk': '# E' },
      ...{ 'f.rst': 'x', 'g.adoc': 'x', 'h.html': 'x', 'i.njk': 'x', 'j.txt': 'x', 'k.ipynb': '{}', 'l.docx': 'x' },
      ...{ 'style.css': 'x', 'data.json': '{}', 'requirements.txt': 'x' },
    });
    expect(made.lint.pages.map(({ meta }) => [meta.id, meta.path])).toEqual([
      ['a', 'a.html.md.erb'],
      ['b', 'b.Rmd'],
      ['c', 'c.qmd'],
      ['d', 'd.html.md'],
      ['e', 'e.md.njk'],
    ]);
    expect(made.notes).toEqual([
      'f.rst:1 file: passed over: it is reStructuredText, not Markdown',
      'g.adoc:1 file: passed over: it is AsciiDoc, not Markdown',
      'h.html:1 file: passed over: it is HTML, not Markdown',
      'i.njk:1 file: passed over: it is a template, not Markdown',
      'j.txt:1 file: passed over: it is plain text, not Markdown',
      'k.ipynb:1 file: passed over: it is a notebook, not Markdown',
      'l.docx:1 file: passed over: it is a document of an office program, not Markdown',
    ]);
  });

  test('B27 a folder without a page is refused', async () => {
    await expect(adopted({ 'old.rst': 'Words' })).rejects.toThrow(/has no page that can be adopted.*reStructuredText/);
  });

  test.each([
    ['.attachments/plan.png', '/.attachments/plan.png'],
    ['.gitbook/assets/plan.png', '.gitbook/assets/plan.png'],
  ])('B27 a picture in the hidden folder of %s is taken', async (file, address) => {
    const { body, files } = await pageOf(`# A\n\n![Plan](${address})`, { [file]: PNG, '.cache/x.png': PNG });
    expect(body).toBe(`![Plan](../images/${file.slice(1)})`);
    expect(files[`images/${file.slice(1)}`]).toBe(PNG);
  });

  test.each([
    ['x.png', JPEG, 'x.jpg'],
    ['x.jpg', PNG, 'x.png'],
    ['x.png', WEBP, 'x.webp'],
    ['x.jpeg', GIF, 'x.gif'],
    ['x.jfif', JPEG, 'x.jpg'],
    ['x.png', new TextEncoder().encode(SVG), 'x.svg'],
  ])('B27 a picture with the wrong ending %s is taken under its own', async (name, bytes, right) => {
    const { body, notes, lint } = await pageOf(`# A\n\n![X](${name})`, { [name]: bytes });
    expect(body).toBe(`![X](../images/${right})`);
    expect(notes).toContain(`${name}:1 image: taken as ${right}: that is what it holds`);
    expect(lint.findings.map(({ rule }) => rule)).not.toContain('image-type');
  });

  test('B27 a picture that cannot be shown is said with its true kind', async () => {
    const { notes } = await pageOf('# A\n\n![X](x.png)', { 'x.png': AVIF });
    expect(notes).toContain('x.png:1 image: left out: it is AVIF: save it as PNG, JPEG, GIF, WebP or SVG');
  });

  test('B27 names that Windows keeps for devices, and names that are too long, are names that every system takes', async () => {
    const long = `${'é'.repeat(120)}`;
    const made = await adopted({
      ...{
        'aux.md': '# A\n\n[n](con/nul.md) ![c](img/com1.png)',
        'con/nul.md': '# N',
        'COM¹.md': '# 1',
        'CONIN$.md': '# 2',
      },
      ...{
        'lpt1.html.md.erb': '# 3',
        [`${long}1.md`]: '# 4',
        [`${long}2.md`]: '# 5',
        'dots../x. .md': '# 6',
        'img/com1.png': PNG,
      },
    });
    const names = Object.keys(made.files).filter((file) => file !== 'pack.yaml');
    for (const name of names.flatMap((file) => file.split('/'))) {
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)|[. ]$/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
    expect(names).toHaveLength(9);
    expect(bodyOf(made.files['pages/_aux.md'])).toBe('[n](_con/_nul.md) ![c](../images/img/_com1.png)');
  });
});

describe('B27 links and pictures that are there are found', () => {
  const folder = {
    'my long page.md': '# My long page',
    'my.md': '# My page',
    'second.html.md.erb': '# Second\n\n## A part',
    'img/My Chart.png': PNG,
    'img/Plan.PNG': PNG,
    'plan (new).md': '# Plan',
  };
  test.each([
    ['[x](my long page.md)', '[x](my%20long%20page.md)'],
    ['[x](my%20long%20page.md)', '[x](my%20long%20page.md)'],
    ['[x](plan (new).md)', '[x](plan%20%28new%29.md)'],
    ['![Chart](img/My Chart.png)', '![Chart](../images/img/My%20Chart.png)'],
    ['![Chart](img/My Chart.png "Visits")', '![Chart](../images/img/My%20Chart.png "Visits")'],
    ['![Plan](img/plan.png)', '![Plan](../images/img/Plan.png)'],
    ['![Plan](img\\plan.png?raw=true#x)', '![Plan](../images/img/Plan.png)'],
    ['<img alt="Plan" src=img/plan.png>', '<img alt="Plan" src="../images/img/Plan.png">'],
    ['![Plan](img/Plan.PNG =300x200)', '![Plan](../images/img/Plan.png)'],
    ['![Plan](img/Plan.PNG "T" =50%x*)', '![Plan](../images/img/Plan.png "T")'],
    ['![Plan](img/Plan.PNG){ width=50% }', '![Plan](../images/img/Plan.png)'],
    ["![Plan](img/Plan.PNG){: width='300' .big}", '![Plan](../images/img/Plan.png)'],
    ['![Plan|300](img/Plan.PNG)', '![Plan](../images/img/Plan.png)'],
    ['[x](/second.html) [y](second) [z](second.html#a-part)', '[x](second.md) [y](second.md) [z](second.md#a-part)'],
    ['[x]({% link my.md %}) [y]({{< relref "my.md" >}})', '[x](my.md) [y](my.md)'],
    ['[x]({{ site.baseurl }}{% link my.md %})', '[x](my.md)'],
    ['[x]({{ site.baseurl }}/my/)', '[x](my.md)'],
    ['[x]({% page "/my/" %})', '[x](my.md)'],
    ['[*the* x]({% thing 5 %})', '*the* x'],
    ['![the plan]({{ cdn }}/img/Plan.PNG)', '![the plan](../images/img/Plan.png)'],
    ['[[My page]] [[My page|words]] [[words|my]]', '[My page](my.md) [words](my.md) [words](my.md)'],
    ['[[Second#A part]]', '[Second > A part](second.md#a-part)'],
    ['![[Plan.PNG|300]]', '![Plan](../images/img/Plan.png)'],
    ['[[Nowhere]] and `[[My page]]`', 'Nowhere and `[[My page]]`'],
    ['if [[ -f x ]]', 'if [[ -f x ]]'],
    ['    [x](my.md)', '    [x](my.md)'],
    ['\\[x](my.md)', '\\[x](my.md)'],
    ['![P](../../img/Plan.PNG) [x](../../my.md)', '![P](../images/img/Plan.png) [x](../../my.md)'],
  ])('B27 %s', async (from, to) => {
    const { body, notes } = await pageOf(`# A\n\n${from}`, folder);
    expect(body).toBe(to);
    if (from.includes('[[Nowhere]]') || from.includes('thing')) expect(notes.length).toBeGreaterThan(0);
  });

  test('B27 words that are no link are left as they are, and said', async () => {
    const { body, notes } = await pageOf('# A\n\n[x](no such page.md)', folder);
    expect(body).toBe('[x](no such page.md)');
    expect(notes).toEqual([
      'a.md:3 address: kept as it is: an address with spaces is no link, and no such file is there',
    ]);
  });

  test('B27 labels and roles of MyST', async () => {
    const { body, files, lint } = await pageOf(
      '# A\n\n[v](env-vars) [](env-vars) {ref}`env-vars` {ref}`words <env-vars>` {doc}`config` {kbd}`Tab` {py:func}`x`',
      { 'config.md': '# Settings\n\n(env-vars)=\n## Environment variables\n\nWords.\n\n(here)=\nMore.' },
    );
    const to = 'config.md#environment-variables';
    expect(body).toBe(
      `[v](${to}) [Environment variables](${to}) [Environment variables](${to}) [words](${to}) [Settings](config.md) <kbd>Tab</kbd> \`x\``,
    );
    expect(bodyOf(files['pages/config.md'])).toContain('<a id="here"></a>');
    expect(bodyOf(files['pages/config.md'])).not.toContain(')=');
    expect(lint.findings.map(({ rule }) => rule)).not.toContain('dead-link');
  });
});

describe('B27 parts are put in', () => {
  const danger = { 'parts/danger.md': 'Switch off the power.\n\nTwice.\n' };
  test.each([
    '--8<-- "parts/danger.md"',
    '--8<--\nparts/danger.md\n--8<--',
    '{!parts/danger.md!}',
    '{{#include parts/danger.md}}',
    '{% include "parts/danger.md" %}',
    '{% include_relative parts/danger.md %}',
    '{{< include parts/danger.md >}}',
    '{{% readfile file="parts/danger.md" %}}',
    "<%= partial 'parts/danger' %>",
    '<!--@include: ./parts/danger.md-->',
    '.. include:: parts/danger.md',
    '```{include} parts/danger.md\n```',
    '[!INCLUDE [x](parts/danger.md)]',
  ])('B27 %j', async (tag) => {
    const { body, notes, report } = await pageOf(`# A\n\n${tag}\n\nDo it.`, danger);
    expect(body).toBe('Switch off the power.\n\nTwice.\n\nDo it.');
    expect(report.pages).toBe(1);
    expect(notes).toContain('parts/danger.md:1 include: no page of its own: it was put into a.md');
  });

  test.each([
    ['--8<-- "p.md:1:2"', 'One\nTwo'],
    ['--8<-- "p.md::1"', 'One'],
    ['--8<-- "p.md:part"', 'Three'],
    ['{{#include p.md:2}}', 'Two'],
    ['<!--@include: p.md{1,2}-->', 'One\nTwo'],
  ])('B27 a part of a part: %s', async (tag, text) => {
    const { body } = await pageOf(`# A\n\n${tag}`, {
      'p.md': 'One\nTwo\n<!-- --8<-- [start:part] -->\nThree\n<!-- --8<-- [end:part] -->\n',
    });
    expect(body).toBe(text);
  });

  test('B27 code is put in as code', async () => {
    const { body } = await pageOf('# A\n\n<<< x.js\n\n```py\n--8<-- "y.py"\n```', {
      'x.js': 'let x;\n',
      'y.py': 'y = 1\n',
    });
    expect(body).toBe('~~~~js\nlet x;\n~~~~\n\n```py\ny = 1\n```');
  });

  test('B27 a part that is not there is said, and parts in parts come to an end', async () => {
    const { body, notes } = await pageOf('# A\n\n--8<-- "gone.md"\n\n--8<-- "b.md"', { 'b.md': 'B\n\n--8<-- "b.md"' });
    expect(body).toBe('`gone.md`\n\nB\n\n`b.md`');
    expect(notes).toContain('a.md:3 include: left out: gone.md is not in the folder');
  });
});

describe('B27 nothing of templates and programs is shown to readers', () => {
  test.each([
    ['{% from "lib/table.njk" import table %}\n\nWords.', 'Words.'],
    ['{% macro a(b) %}\n<p>{{ b }}</p>\n{% endmacro %}\n\nWords.', 'Words.'],
    ['{%- import "x" as y -%}\n{% set a = 1 %}\n\nWords.', 'Words.'],
    ['Words {{ unknown.thing }}.', 'Words .'],
    ['{% include note.html content="Take care of it" %}', ':::note\nTake care of it\n:::'],
    ['{{< button text="Say \\"hi\\"" href="https://a.uk" >}}', '[Say "hi"](https://a.uk)'],
    ["<%= link_to 'Words', 'https://a.uk' %>", '[Words](https://a.uk)'],
    ['{{ govukWarningText({ text: "You can be fined" }) }}', ':::warning\nYou can be fined\n:::'],
    ['{% hint style="danger" %}\nCare.\n{% endhint %}', ':::warning\nCare.\n:::'],
  ])('B27 %s', async (from, to) => {
    const { body, notes } = await pageOf(`---\ntitle: A\n---\n\n${from}`);
    expect(body).toBe(to);
    expect(notes.length).toBeGreaterThan(0);
  });

  test.each(['<%= current_page.data.title %>', '{{ page.title }}', '{{ title }}', '{{ .Title }}'])(
    'B27 a heading %s is the title, once',
    async (heading) => {
      const { body, lint } = await pageOf(`---\ntitle: Our team\n---\n\n# ${heading}\n\nWords.`);
      expect(body).toBe('Words.');
      expect(lint.pages[0]?.meta.title).toBe('Our team');
    },
  );

  test('B27 MDX: parts, comments, pictures, imports over lines, boxes', async () => {
    const { body, notes } = await pageOf(
      `import {
  One,
  Two,
} from 'x';
import Warn from './_warn.mdx';
import plan from './plan.png';
export const org = 'DVLA';

<Warn />

{/* note to self:
not for readers */}

<img src={require('./room.jpg').default} alt="A room" />
<img src={plan} alt="Plan" style={{width: 10}} />

<Admonition type="tip" title="Do it">

Words of {org}.

</Admonition>

<Unknown thing={x}>kept</Unknown>

<Gone x={1} />`,
      { '_warn.mdx': 'Switch off.', 'room.jpg': JPEG, 'plan.png': PNG },
      'a.mdx',
    );
    expect(body).toBe(
      'Switch off.\n\n<img src="../images/room.jpg" alt="A room" />\n<img alt="Plan" src="../images/plan.png" />\n\n:::tip[Do it]\nWords of DVLA.\n:::\n\nkept',
    );
    expect(notes.filter((note) => note.includes('left out: a component'))).toHaveLength(1);
  });
});

describe('B27 the labels of tabs stay', () => {
  const both = '**One**\n\nFirst.\n\n**Two**\n\nSecond.';
  test.each([
    [
      'Hugo',
      '{{< tabs >}}\n{{< tab "One" >}}\nFirst.\n{{< /tab >}}\n{{% tab name="Two" %}}\nSecond.\n{{% /tab %}}\n{{< /tabs >}}',
    ],
    [
      'GitBook',
      '{% tabs %}\n{% tab title="One" %}\nFirst.\n{% endtab %}\n\n{% tab title="Two" %}\nSecond.\n{% endtab %}\n{% endtabs %}',
    ],
    [
      'Docusaurus',
      '<Tabs>\n<TabItem value="1" label="One">\n\nFirst.\n\n</TabItem>\n<TabItem value="Two">\n\nSecond.\n\n</TabItem>\n</Tabs>',
    ],
    ['MkDocs', '=== "One"\n\n    First.\n\n=== "Two"\n\n    Second.'],
    ['pymdownx', '/// tab | One\nFirst.\n///\n\n/// tab | Two\nSecond.\n///'],
    ['MyST', '````{tab-set}\n```{tab-item} One\nFirst.\n```\n```{tab-item} Two\nSecond.\n```\n````'],
    ['MyST with colons', '::::{tab-set}\n:::{tab-item} One\nFirst.\n:::\n:::{tab-item} Two\nSecond.\n:::\n::::'],
    [
      'Hugo accordions',
      '{{< accordion title="One" >}}\nFirst.\n{{< /accordion >}}\n{{< accordion title="Two" >}}\nSecond.\n{{< /accordion >}}',
    ],
  ])('B27 of %s', async (_name, from) => {
    const { body, notes } = await pageOf(`---\ntitle: A\n---\n\n${from}`);
    expect(body).toBe(both);
    expect(notes.length).toBeGreaterThan(0);
  });

  test.each([
    [
      'Astro, on one line',
      '<Tabs>\n  <TabItem label="One">First.</TabItem>\n  <TabItem label="Two">Second.</TabItem>\n</Tabs>',
    ],
    [
      'Docusaurus, given to the group',
      "<Tabs values={[{label: 'One', value: 'a'}, {label: 'Two', value: 'b'}]}>\n<TabItem value=\"a\">First.</TabItem>\n<TabItem value=\"b\">Second.</TabItem>\n</Tabs>",
    ],
  ])('B27 of %s', async (_name, from) => {
    const { body } = await pageOf(`---\ntitle: A\n---\n\n${from}`);
    expect(body.replace(/\n\s*\n/g, '\n\n').trim()).toBe(both);
  });

  test.each([
    ['MDX', 'Press <Tabs><TabItem label="Windows">Ctrl+C</TabItem><TabItem label="Mac">Cmd+C</TabItem></Tabs> now.'],
    ['a template', 'Press {% tab "Windows" %}Ctrl+C{% endtab %}{% tab title="Mac" %}Cmd+C{% endtab %} now.'],
  ])('B27 of %s inside a line', async (_name, from) => {
    const { body } = await pageOf(`---\ntitle: A\n---\n\n${from}`);
    expect(body.replace(/ +/g, ' ')).toBe('Press **Windows:** Ctrl+C **Mac:** Cmd+C now.');
  });

  test('B27 of code groups', async () => {
    const { body } = await pageOf('# A\n\n::: code-group\n```sh [npm]\nnpm i\n```\n```sh [pnpm]\npnpm i\n```\n:::');
    expect(body).toBe('**npm**\n\n```sh\nnpm i\n```\n\n**pnpm**\n\n```sh\npnpm i\n```');
  });

  test('B27 a diagram between colons is code, and a callout of Quarto a box', async () => {
    const { body } = await pageOf('# A\n\n::: mermaid\nA[Ask] --> B\n:::\n\n::: {.callout-tip title="Do"}\nIt.\n:::');
    expect(body).toBe('~~~~mermaid\nA[Ask] --> B\n~~~~\n\n:::tip[Do]\nIt.\n:::');
  });
});

describe('B27 other tools', () => {
  test.each([
    ['Hugo', '[x]({{% relref path="/b" %}}) {{</* not run */>}}', '[x](b.md) ``{{< not run >}} ``'],
    ['Jekyll', '[x]({% post_url 2024-01-02-hello %})', '[x](_posts/2024-01-02-hello.md)'],
    ['Docusaurus', '![P](@site/static/p.png)', '![P](../images/static/p.png)'],
    [
      'Quarto',
      '::: {#fig-a layout-ncol=2}\nWords @sec-q [-@sec-q]\n:::',
      '<a id="fig-a"></a>\n\nWords [Q](b.md#sec-q) [Q](b.md#sec-q)',
    ],
    ['Quarto callouts', '::: {.callout-note}\n## The title\nBody.\n:::', ':::note[The title]\nBody.\n:::'],
    ['Bookdown', 'See \\@ref(sec-q).\n\n```{r x, echo=FALSE}\n1\n```', 'See [Q](b.md#sec-q).\n\n```r\n1\n```'],
    ['MyST comments', '% hidden\n\n{kbd}`A`', '<kbd>A</kbd>'],
    ['frames', '<iframe src="https://a.uk/v" title="The film"></iframe>', '[The film](https://a.uk/v)'],
    ['nested quotation marks', "A {{ '{{ x }}' }} b", 'A  b'],
    ['Obsidian', '%%hidden%% Text ^blk', 'Text<a id="blk"></a>'],
    ['Azure DevOps', '[[_TOSP_]]\n\n::: query-table 12\n:::\n\nText.', 'Text.'],
    [
      'Logseq',
      '![P](static/p.png){:height 2, :width 3} ((64b7e0d0-1111-2222-3333-444455556666))',
      '![P](../images/static/p.png)',
    ],
  ])('B27 %s', async (_name, from, to) => {
    const { body, notes } = await pageOf(`---\ntitle: A\n---\n\n${from}`, {
      'b.md': '# B\n\n## Q {#sec-q}',
      '_posts/2024-01-02-hello.md': '# Hello',
      'static/p.png': PNG,
    });
    expect(body.trim()).toBe(to);
    if (!from.startsWith('![P](@')) expect(notes.length).toBeGreaterThan(0);
  });

  test('B27 properties of Logseq are front matter', async () => {
    const { lint } = await adopted({ 'pages/a.md': 'title:: Alpha page\ntags:: one, two\n\n- Words' });
    expect(lint.pages[0]?.meta).toMatchObject({ title: 'Alpha page', tags: ['one', 'two'] });
  });

  test('B27 text that is set deep inside HTML is no code', async () => {
    const { body, notes } = await pageOf(
      '---\ntitle: A\n---\n\n<div>\n    <div class="x">\n\n        [b](/b/) words\n\n    </div>\n</div>',
      { 'b.md': '# B' },
    );
    expect(body).toContain('\n[b](b.md) words\n');
    expect(notes[0]).toContain('read as text: it is set deep inside HTML');
  });
});

test('B27 a hidden page in a folder that is seen is passed over with a line', async () => {
  const { report } = await pageOf('Text.', { 'guides/.draft.md': 'Words.' });
  expect(report.notes.map(({ file, done }) => `${file} ${done}`)).toContain(
    'guides/.draft.md passed over: a hidden file',
  );
});

test('B27 text of old Windows programs keeps its dashes, quotation marks and euros', async () => {
  const bytes = Uint8Array.from(Buffer.from('# Fees\n\nFrom 5\x9610 \x80, \x93caf\xe9\x94', 'latin1'));
  const { files } = await adopted({ 'a.md': bytes });
  expect(bodyOf(files['pages/a.md'])).toBe('From 5–10 €, “café”');
});
