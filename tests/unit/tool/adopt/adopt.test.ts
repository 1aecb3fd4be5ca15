import { describe, expect, test } from 'vitest';
import { PNG, SVG } from '../lint/pack-in-memory.ts';
import { adopted, rulesOf } from './folder-in-memory.ts';

const bodyOf = (file: string | Uint8Array | undefined): string => String(file).replace(/^---\n[\s\S]*?\n---\n\n/, '');

describe('titles', () => {
  test.each([
    ['front matter', '---\ntitle: From front\n---\n\nText.', 'From front', 'Text.'],
    ['the first heading', 'Intro\n\n# From *heading* {#x}\n\nText.', 'From heading', 'Intro\n\nText.'],
    ['an underlined heading', 'From line\n=========\n\nText.', 'From line', 'Text.'],
    [
      'both, said once',
      '---\ntitle: Cats & dogs\n---\n# Cats &amp; dogs\n\nText.',
      'Cats & dogs',
      '# Cats &amp; dogs\n\nText.',
    ],
    ['both the same', '---\ntitle: Cats and dogs\n---\n# Cats  and dogs!\n\nText.', 'Cats and dogs', 'Text.'],
    ['the file name', 'Text.', 'Gérer l’accès', 'Text.'],
    ['a heading that looks like HTML', '# <use a heading (s)\\>\n\nText.', '<use a heading (s)>', 'Text.'],
    ['no heading in code', '```\n# Not me\n```', 'Gérer l’accès', '```\n# Not me\n```'],
  ])('from %s', async (_name, text, title, body) => {
    const { files, lint } = await adopted({ '02_Gérer-l’accès.md': text });
    expect(lint.pages[0]?.meta.title).toBe(title);
    expect(bodyOf(files['pages/02_Gérer-l’accès.md']).trim()).toBe(body);
  });
});

describe('front matter', () => {
  test('known keys are mapped, unknown and nested ones are kept under their own names', async () => {
    const { lint, notes } = await adopted({
      'a.md': `---
title: A
description: What it is for
owner_slack: "#team"
last_reviewed_on: 2024-01-31
review_in: 1 month
eleventyNavigation: { key: a, order: 4 }
tags: one, two
redirect_from: [/old/, x]
permalink: /new/a/
related: { sections: [b] }
method: { what: [1, { deep: true }] }
id: SEGAS-1
---

Text.`,
    });
    expect(lint.pages[0]?.meta).toMatchObject({
      id: 'a',
      path: 'a.md',
      title: 'A',
      summary: 'What it is for',
      owner: '#team',
      reviewed: '2024-01-31',
      checkBy: '2024-02-29',
      order: 4,
      tags: ['one', 'two'],
      extra: {
        review_in: '1 month',
        eleventyNavigation: { key: 'a', order: 4 },
        source_related: { sections: ['b'] },
        source_id: 'SEGAS-1',
        method: { what: [1, { deep: true }] },
      },
    });
    expect(lint.pages[0]?.source.redirects).toEqual(['/new/a/', '/old/', 'x']);
    expect(notes).toEqual([
      'a.md:1 front-matter: not used: it is no list of page ids; kept as source_related',
      'a.md:1 front-matter: not used: it is not what Satchel means by it; kept as source_id',
    ]);
  });

  test('texts that a template would have laid out stand at the top of the page, and that is said', async () => {
    const { files, notes } = await adopted({
      'card.md': `---
title: Dot voting
description: A simple vote.
menu: { text: Read the whole of this, link: /x }
method:
  title: Dot voting
  category: decide
  summary: A simple vote.
  what: A quick vote with stickers, by which a group says what matters *most* to it & why.
  timeRequired: 15 minutes
  code: "{{ page.x }} is not for people to read as it stands here, it is code"
---

# Dot voting

## How to do it`,
    });
    expect(bodyOf(files['pages/card.md']).trim()).toBe(
      '**What**: A quick vote with stickers, by which a group says what matters \\*most\\* to it \\& why.\n\n**Time required**: 15 minutes\n\n## How to do it',
    );
    expect(notes.filter((note) => note.includes('top of the page'))).toHaveLength(2);
  });

  test('what cannot be read is kept as text, and said', async () => {
    const { lint, notes } = await adopted({ 'a.md': '---\ntitle: "x\nb: [\n---\n\nText.' });
    expect(lint.pages[0]?.meta.extra).toEqual({ source_front_matter: '---\ntitle: "x\nb: [\n---' });
    expect(lint.pages[0]?.parsed.sections[0]?.text).toBe('Text.');
    expect(notes.some((note) => note.startsWith('a.md:') && note.includes('front-matter: kept as text'))).toBe(true);
  });

  test('a title with a colon is read although it is not YAML', async () => {
    const { lint } = await adopted({ 'a.md': '---\ntitle: Buying: a route\ntags: [a, b]\n---\n\nText.' });
    expect(lint.pages[0]?.meta).toMatchObject({ title: 'Buying: a route', tags: [] });
    expect(lint.pages[0]?.meta.extra.source_front_matter).toContain('tags: [a, b]');
  });

  test('front matter that does not close is text of the page, and said', async () => {
    const { lint, notes } = await adopted({ 'a.md': '---\ntitle: A\n\nText.' });
    expect(lint.pages[0]?.parsed.words).toBeGreaterThan(0);
    expect(notes).toContain('a.md:1 front-matter: kept as text: No closing --- after the front matter');
  });

  test('TOML is read whole', async () => {
    const { lint } = await adopted({ 'a.md': '+++\ntitle = "A"\nweight = 3\n[params]\nx = 1\n+++\nText.' });
    expect(lint.pages[0]?.meta).toMatchObject({
      title: 'A',
      order: 3,
      extra: { params: { x: 1 } },
    });
  });

  test('a language is told by the path or the file', async () => {
    const { lint } = await adopted({
      'EN/a.md': '# A',
      'FR/a.md': '# B',
      'b_cy.md': '# C',
      'c.md': '---\nlang: cy_GB\n---\n# D',
    });
    expect(lint.pages.map(({ meta }) => [meta.path, meta.lang])).toEqual([
      ['EN/a.md', undefined],
      ['FR/a.md', 'fr'],
      ['b_cy.md', 'cy'],
      ['c.md', 'cy-GB'],
    ]);
  });
});

describe('ids', () => {
  test('come from the path, are plain and unique, and an own one is kept', async () => {
    const { lint } = await adopted({
      'a b.md': '# 1',
      'a-b.md': '# 2',
      'Été.md': '# 3',
      'own.md': '---\nid: my-own\n---\n# 4',
      [`${'longer-name/'.repeat(20)}x.md`]: '# 5',
      [`${'longer-name/'.repeat(20)}y.md`]: '# 6',
      '日本.md': '# 7',
      '中国.md': '# 8',
    });
    const ids = lint.pages.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(8);
    expect(ids).toEqual(expect.arrayContaining(['a-b', 'ete', 'my-own']));
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,118}[a-z0-9]$/);
    expect(lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('files whose names differ only in what cannot be seen have a source path each', async () => {
    const { lint } = await adopted({ 'is\u200dAdmin.md': '# 1', 'isAdmin.md': '# 2', 'is\u200bAdmin.md': '# 3' });
    const paths = new Map(lint.pages.map(({ meta }) => [meta.title, meta.path]));
    expect(paths.get('2')).toBe('isAdmin.md');
    expect(new Set(paths.values()).size).toBe(3);
    expect(lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('links', () => {
  const folder = {
    'docs/index.md': '# Home',
    'docs/standards/managing-secrets.md':
      '---\npermalink: /std/secrets/\n---\n# Secrets\n\n## Don’t share (ever)\n\n## Build, release {#build}',
    'docs/FR/02_Gérer-l’accès.md': '# Gérer',
    'docs/plan (new).md': '# Plan',
  };
  test.each([
    ['a relative path', 'standards/managing-secrets.md', 'standards/managing-secrets.md'],
    ['without its end', 'standards/managing-secrets', 'standards/managing-secrets.md'],
    ['as HTML', './standards/managing-secrets.html', 'standards/managing-secrets.md'],
    ['from the root', '/standards/managing-secrets/', 'standards/managing-secrets.md'],
    ['a permalink', '/std/secrets/', 'standards/managing-secrets.md'],
    ['in a template', '{{ "/std/secrets/" | url }}', 'standards/managing-secrets.md'],
    ['percent signs', 'FR/02_G%C3%A9rer-l%E2%80%99acc%C3%A8s.md', 'FR/02_Gérer-l’accès.md'],
    ['the other normal form', `FR/${'02_Gérer-l’accès.md'.normalize('NFD')}`, 'FR/02_Gérer-l’accès.md'],
    ['another apostrophe', "FR/02_Gérer-l'accès.md", 'FR/02_Gérer-l’accès.md'],
    ['spaces and brackets', '<plan (new).md>', '<plan%20%28new%29.md>'],
    ['the home page', '/', 'index.md'],
    ['an anchor of GitHub', '/std/secrets/#dont-share-ever', 'standards/managing-secrets.md#dont-share-ever'],
    ['an anchor in capitals', '/std/secrets/#Dont-Share-Ever', 'standards/managing-secrets.md#dont-share-ever'],
    [
      'an anchor in another spelling',
      '/std/secrets/#don-t-share-ever',
      'standards/managing-secrets.md#dont-share-ever',
    ],
    ['an anchor of its own', '/std/secrets/#build', 'standards/managing-secrets.md#build'],
    ['an anchor with the mark of a site', '/std/secrets/#user-content-build', 'standards/managing-secrets.md#build'],
    ['the anchor of the title', '/std/secrets/#secrets', 'standards/managing-secrets.md'],
    ['the site itself', 'https://guide.example/std/secrets/', 'standards/managing-secrets.md'],
    ['another site', 'https://example.com/a.md', 'https://example.com/a.md'],
  ])('%s', async (_name, from, to) => {
    const made = await adopted({ ...folder, 'docs/a.md': `# A\n\n[x](${from})` }, { site: 'https://guide.example' });
    expect(bodyOf(made.files['pages/docs/a.md'])).toBe(`[x](${to})\n`);
    expect(rulesOf(made)).not.toContain('dead-link');
    expect(rulesOf(made)).not.toContain('dead-anchor');
  });

  test('dead ones stay, are said, and the pack still builds', async () => {
    const made = await adopted({ 'a.md': '# A\n\n[x](b.md) [y](#z) [z](t.xlsx)\n\n![p](q.png)', 't.xlsx': 'x' });
    expect(made.notes).toEqual([
      'a.md:3 link: kept as it is: there is no such page in the folder',
      'a.md:3 anchor: kept as it is: the page has no such section',
      'a.md:3 link: kept as it is: the file is not a page, and is not taken',
      'a.md:5 image: kept as it is: the picture is not in the folder',
      't.xlsx:1 file: passed over: it is a table of an office program, not Markdown',
    ]);
    expect(rulesOf(made)).toEqual(['dead-anchor', 'dead-image', 'dead-link']);
    expect(made.lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('links in HTML, in definitions, in words of links, and none in code', async () => {
    const { files } = await adopted({
      'b.md': '# B',
      'a.md': '# A\n\n<a class="x" href="/b/">b</a> [c][d] [e ![f](x.png) g](b.html)\n\n[d]: /b "Title"\n\n`[h](/b)`',
      'x.png': PNG,
    });
    expect(bodyOf(files['pages/a.md'])).toBe(
      '<a class="x" href="b.md">b</a> [c][d] [e ![f](../images/x.png) g](b.md)\n\n[d]: b.md "Title"\n\n`[h](/b)`\n',
    );
  });
});

describe('pictures', () => {
  test('only those that pages show, that are what they say, and that do nothing', async () => {
    const made = await adopted({
      'docs/a.md':
        '# A\n\n![A](/assets/a.png) ![B](b%20b.svg) ![C](c.svg) ![D](d.png)\n\n{% image "assets/e.PNG" "E" %}',
      'assets/a.png': PNG,
      'docs/b b.svg': SVG,
      'docs/c.svg': SVG.replace('<path', '<script/><path'),
      'docs/d.png': 'not a picture',
      'assets/e.PNG': PNG,
      'assets/unused.png': PNG,
    });
    expect(
      Object.keys(made.files)
        .filter((file) => file.startsWith('images/'))
        .sort(),
    ).toEqual(['images/assets/a.png', 'images/assets/e.png', 'images/docs/b b.svg']);
    expect(bodyOf(made.files['pages/docs/a.md'])).toContain('![B](../../images/docs/b%20b.svg)');
    expect(made.lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(made.notes.filter((note) => note.includes('left out'))).toEqual([
      'docs/c.svg:1 image: left out: it is active: element <script> on line 1',
      'docs/d.png:1 image: left out: its content is not what its name says',
    ]);
  });
});

describe('files', () => {
  test('what is not a page is passed over; what is not UTF-8 is read and said', async () => {
    const { files, notes } = await adopted({
      'LICENSE.md': '# Licence',
      'guide/LICENSE.md': '# Licence of images',
      '.github/a.md': '# Hidden',
      'node_modules/x/a.md': '# Tool',
      'old.md': Uint8Array.from(Buffer.from('# Caf\u00e9', 'latin1')),
      'wide.md': Uint8Array.from(Buffer.from('\ufeff# Wide', 'utf16le')),
      'crlf.md': '\ufeff---\r\ntitle: Lines\r\n---\r\n\r\nOne\r\n',
      'b.mdx': '# B',
      'b.md': '# B too',
    });
    expect(Object.keys(files).sort()).toEqual([
      'pack.yaml',
      'pages/b-2.md',
      'pages/b.md',
      'pages/crlf.md',
      'pages/guide/LICENSE.md',
      'pages/old.md',
      'pages/wide.md',
    ]);
    expect(files['pages/old.md']).toContain('title: Café');
    expect(files['pages/wide.md']).toContain('title: Wide');
    expect(files['pages/crlf.md']).toBe('---\nid: crlf\ntitle: Lines\nsource_path: crlf.md\n---\n\nOne\n');
    expect(notes.filter((note) => note.includes(' file: '))).toEqual([
      '.github:1 file: passed over: a hidden folder',
      'LICENSE.md:1 file: passed over: it is about the folder, not a page of it',
      'node_modules:1 file: passed over: a folder of a tool',
      'old.md:1 file: not UTF-8: read as windows-1252',
      'wide.md:1 file: not UTF-8: read as utf-16',
    ]);
  });

  test('a page over the limit is kept as it is', async () => {
    const { files, notes, lint } = await adopted({ 'a.md': `# A\n\n${'{{ x }} text. '.repeat(50_000)}` });
    expect(String(files['pages/a.md'])).toContain('{{ x }} text. {{ x }}');
    expect(notes).toContain('a.md:1 file: kept as it is: the page is over the limit and will be shown as text');
    expect(lint.findings.map(({ rule, level }) => `${level} ${rule}`)).toContain('warning page-limits');
  });

  test('the same folder gives the same pack; its day is the newest that a page names', async () => {
    const folder = {
      'a.md': '---\ndate: 2024-05-01\n---\n# A',
      'b.md': '---\nlast_reviewed_on: 1 June 2024\n---\n# B',
    };
    const { files } = await adopted(folder);
    expect((await adopted(folder)).files).toEqual(files);
    expect(files['pack.yaml']).toContain('created: 2024-06-01\n');
    expect((await adopted({ 'a.md': '# A' })).files['pack.yaml']).toContain('created: 1970-01-01\n');
    expect((await adopted(folder, { created: '2026-11-23' })).files['pack.yaml']).toContain('created: 2026-11-23\n');
  });

  test('two pages with one old address: the first has it, the other is said', async () => {
    const { lint, notes } = await adopted({
      'a.md': '---\nredirect_from: /old/\n---\n# A',
      'b.md': '---\nredirect_from: [/old/, a]\n---\n# B',
    });
    expect(lint.pages.map(({ source }) => source.redirects)).toEqual([['/old/'], []]);
    expect(notes).toHaveLength(2);
    expect(lint.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
