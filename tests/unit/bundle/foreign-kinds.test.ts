import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { parsePage } from '#markdown/parse.ts';
import { plainText } from '#markdown/plain-text.ts';
import { type CrateNode, entry, type MadeCrate, noteOfCrate, openedCrate, parts } from '#support/made-crate.ts';
import { forgeZip, temporaryFolder } from '#support/make-pack.ts';
import { sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const file = (name: string): string => `file:${sha256(name)}`;

const opened = (crate: MadeCrate) => openedCrate(folder, crate);
const note = (crate: MadeCrate) => noteOfCrate(folder, crate);

const picture = (id: string, more: CrateNode = {}): CrateNode => ({
  '@id': id,
  '@type': 'File',
  name: 'image.png',
  ...more,
});

describe('B23 the right picture in its place', () => {
  const two = {
    nodes: [
      picture('./t/0aa1.png', { alternateName: '0a/0aa1.png' }),
      picture('./t/0bb2.png', { alternateName: '0b/0bb2.png' }),
    ],
    entries: [entry('x/t/0aa1.png', 'one'), entry('x/t/0bb2.png', 'two')],
  };
  const shownBy = (src: string, crate: MadeCrate = two): Promise<string> =>
    note({
      ...crate,
      dataset: {
        text: `<p><img src="${src}" alt="p"></p>`,
        encodingFormat: 'text/html',
        hasPart: parts('./t/0aa1.png', './t/0bb2.png'),
      },
    }).then(({ text }) => text);

  test.each([
    ['name first', 'app/download.php?name=image.png&amp;f=0a/0aa1.png&amp;storage=1', 'one'],
    ['name last', 'app/download.php?f=0b/0bb2.png&amp;name=image.png', 'two'],
    ['its path', './t/0bb2.png', 'two'],
    ['its path, with strokes of Windows', '.\\t\\0bb2.png', 'two'],
    ['its path from the folder of the note', '0aa1.png', 'one'],
    [
      'a whole address of that program',
      'https://elab.example/app/download.php?name=image.png&amp;f=0b%2F0bb2.png',
      'two',
    ],
    ['its hash', `/file/${sha256('two')}`, 'two'],
  ])('B23 by %s', async (_, src, shown) => {
    expect(await shownBy(src)).toBe(`![p](${file(shown)})`);
  });

  test('B23 none where only a name that two have is said', async () => {
    expect(await shownBy('image.png')).toBe('p');
    expect(await shownBy('app/download.php?name=image.png')).toBe('p');
  });

  test('B23 by its name where only one has it', async () => {
    const { text } = await note({
      dataset: { text: '<img src="a/download?name=image.png" alt="p">', hasPart: parts('./t/0aa1.png') },
      ...two,
    });
    expect(text).toBe(`![p](${file('one')})`);
  });

  test('B23 a picture that only the words name comes with the note', async () => {
    const made = await note({
      dataset: { text: '<p><img src="img/a.png" alt="p"></p>' },
      entries: [entry('x/t/img/a.png', 'inside')],
    });
    expect(made.text).toBe(`![p](${file('inside')})`);
    expect(made.files.map(({ name }) => name)).toEqual(['a.png']);
  });
});

describe('B23 names in any form', () => {
  const attached = async (id: string, name: string, more: MadeCrate = {}): Promise<readonly string[]> => {
    const bundle = await opened({
      dataset: { hasPart: parts(id) },
      nodes: [{ '@id': id, '@type': 'File' }],
      entries: [entry(name, 'hello')],
      ...more,
    });
    expect(bundle.warnings).toEqual([]);
    return bundle.notes[0]?.note.files.map((one) => one.sha256) ?? [];
  };
  test.each([
    ['parted accents in the ZIP', './t/Caf\u00e9.txt', 'x/t/Cafe\u0301.txt'],
    ['parted accents in the graph', './t/Cafe\u0301.txt', 'x/t/Caf\u00e9.txt'],
    ['percent signs and parted accents', './t/Caf%C3%A9%20r.txt', 'x/t/Cafe\u0301 r.txt'],
    ['strokes of Windows in the graph', '.\\t\\photo.txt', 'x/t/photo.txt'],
    ['strokes of Windows in the ZIP', './t/photo.txt', 'x\\t\\photo.txt'],
    ['other letters, where one file has them', './t/Photo.TXT', 'x/t/photo.txt'],
    ['percent signs in the ZIP', './t/a b.txt', 'x/t/a%20b.txt'],
    ['a percent sign that is one', './t/100%.txt', 'x/t/100%.txt'],
  ])('B23 %s', async (_, id, name) => {
    expect(await attached(id, name)).toEqual([sha256('hello')]);
  });

  test('B23 a reference that is spelled unlike its node', async () => {
    const made = await note({
      dataset: { hasPart: parts('.\\t\\Cafe\u0301.txt') },
      nodes: [{ '@id': './t/Caf\u00e9.txt', '@type': 'File' }],
      entries: [entry('x/t/Cafe\u0301.txt', 'hello')],
    });
    expect(made.files.map((one) => one.sha256)).toEqual([sha256('hello')]);
  });

  test('B23 an archive of an old Windows program, and one that lies deeper', async () => {
    expect(await attached('./t/photo.txt', 'exp\\t\\photo.txt', { at: 'exp\\' })).toEqual([sha256('hello')]);
    expect(await attached('./t/photo.txt', 'a/b/t/photo.txt', { at: 'a/b/' })).toEqual([sha256('hello')]);
  });

  test('B23 twins in other letters or another form are two files, each in its place', async () => {
    const ids = ['./t/photo.txt', './t/PHOTO.TXT', './t/caf\u00e9', './t/cafe\u0301'];
    const made = await note({
      dataset: { hasPart: parts(...ids.slice(0, 2)) },
      nodes: ids.slice(0, 2).map((id) => ({ '@id': id, '@type': 'File' })),
      entries: ids.map((id) => entry(`x/${id.slice(2)}`, id)),
    });
    expect(made.files.map((one) => [one.name, one.sha256])).toEqual(
      ids.slice(0, 2).map((id) => [id.slice(4), sha256(id)]),
    );
  });

  test('B23 what systems put beside files is no part of it', async () => {
    const bundle = await opened({ entries: [entry('x/.DS_Store', 'x'), entry('__MACOSX/x/._t', 'x')] });
    expect(bundle.warnings).toEqual([]);
    expect([...bundle.files.values()].map(({ path }) => path)).toEqual(['ro-crate-metadata.json']);
  });
});

describe('B23 what is in a note is seen', () => {
  test('B23 Datasets inside it, with who and when; one that is a note too is named', async () => {
    const bundle = await opened({
      root: { hasPart: parts('./t/', './own/') },
      dataset: { text: 'Top', hasPart: parts('./t/one/', './own/') },
      nodes: [
        {
          '@id': './t/one/',
          '@type': 'Dataset',
          name: 'One',
          author: { '@id': '#p' },
          dateCreated: '2024-02-01',
          text: '<p>Inner <b>words</b></p>',
          hasPart: parts('./t/one/two/', './t/one/a.txt'),
        },
        { '@id': './t/one/two/', '@type': 'Dataset', name: 'Two', description: 'Deeper', hasPart: parts('./t/') },
        { '@id': './t/one/a.txt', '@type': 'File' },
        { '@id': './own/', '@type': 'Dataset', name: 'Own' },
        { '@id': '#p', '@type': 'Person', name: 'Ada Lovelace' },
      ],
      entries: [entry('x/t/one/a.txt', 'a')],
    });
    const [first] = bundle.notes;
    expect(first?.note.text).toBe(
      'Top\n\n## One\n\n_Ada Lovelace, 2024-02-01_\n\nInner **words**\n\n### Two\n\nDeeper\n\n## Parts\n\n- Own',
    );
    expect(first?.note.files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(bundle.notes.map(({ note: { title } }) => title)).toEqual(['T', 'Own']);
  });

  test('B23 comments, answers to them, those on files and those written as words', async () => {
    const { comments } = await note({
      dataset: { comment: [{ '@id': '#c1' }, 'Just words'], hasPart: parts('./t/a.txt') },
      nodes: [
        {
          '@id': '#c1',
          '@type': 'Comment',
          text: '<p>First</p>',
          author: { name: 'Ada' },
          dateCreated: '2024-02-01',
          comment: { '@id': '#c2' },
        },
        { '@id': '#c2', '@type': 'Comment', text: 'p<alpha' },
        { '@id': '#c3', '@type': 'Comment', text: 'By itself', about: { '@id': './t/' } },
        { '@id': './t/a.txt', '@type': 'File', comment: { '@type': 'Comment', text: 'On the file' } },
      ],
      entries: [entry('x/t/a.txt', 'a')],
    });
    expect(comments.map(({ text, byRole, at }) => [text, byRole, at])).toEqual([
      ['First', 'Ada', '2024-02-01T00:00:00.000Z'],
      ['p<alpha', '', ''],
      ['Just words', '', ''],
      ['By itself', '', ''],
      ['On the file', '', ''],
    ]);
  });

  test('B23 values, steps and files elsewhere', async () => {
    const { text } = await note({
      dataset: {
        variableMeasured: [
          { '@type': 'PropertyValue', propertyID: 'yield', value: 12, unitText: 'm|M' },
          { '@type': 'PropertyValue', propertyID: 'elabftw_metadata', value: '{"a":1}' },
        ],
        step: { '@type': 'HowToStep', creativeWorkStatus: 'finished', itemListElement: { text: 'Stir' } },
        hasPart: parts('https://example.org/big.zip'),
        mentions: parts('./other/'),
      },
      nodes: [
        { '@id': 'https://example.org/big.zip', '@type': 'File', name: 'Big' },
        { '@id': './other/', '@type': 'Dataset', name: 'Other' },
      ],
    });
    expect(text).toBe(
      '## Values\n\n| Field | Value | Unit |\n| --- | --- | --- |\n| yield | 12 | m\\|M |\n\n## Steps\n\n- [x] Stir\n\n## Files elsewhere\n\n- Big – https://example.org/big.zip\n\n## Mentions\n\n- Other',
    );
  });

  test.each([
    [
      '# Two places\n\n- The **same** file\n- It is `one`, [here](https://x.uk)',
      'Two places. The same file. It is one, here.',
    ],
    ['<p>A <b>bold</b> word</p>', 'A bold word'],
    ['Growth (2 * 3) of snake_case_names', 'Growth (2 * 3) of snake_case_names'],
    ['![a plot](plot.png)', 'a plot'],
  ])('B23 what a program says of a file, %j, stands for it as words', async (description, alt) => {
    const id = './t/a.png';
    const { files } = await note({
      dataset: { hasPart: parts(id) },
      nodes: [picture(id, { description })],
      entries: [entry('x/t/a.png', 'a')],
    });
    expect(files.map((one) => one.alt)).toEqual([alt]);
  });

  test('B23 the number of a file is no word for its picture', async () => {
    const id = `./t/${'0a'.repeat(32)}.jpg`;
    const { text } = await note({
      dataset: {
        text: `<p><img src="download?f=${id}" alt="${'0a'.repeat(32)}.jpg&amp;storage=1"></p>`,
        encodingFormat: 'text/html',
        hasPart: parts(id),
      },
      nodes: [picture(id)],
      entries: [entry(`x/${id.slice(2)}`, 'a')],
    });
    expect(text).toBe(`![](${file('a')})`);
  });

  test('B23 a bundle that is one note itself', async () => {
    const made = await opened({
      root: { name: 'Whole', text: '<p>Words</p>', hasPart: parts('./a.txt') },
      nodes: [{ '@id': './a.txt', '@type': 'File' }],
      entries: [entry('x/a.txt', 'a')],
    });
    expect(made.notes.map(({ note: { title, text, files } }) => [title, text, files.length])).toEqual([
      ['Whole', 'Words', 1],
    ]);
  });
});

describe('B23 dates, owners and licences', () => {
  test.each<readonly [string, MadeCrate, string]>([
    ['its own', { dataset: { dateCreated: '2024-02-01', dateModified: '2024-03-01' } }, '2024-02-01'],
    ['published', { dataset: { datePublished: '2023' + '-05-06' }, root: { dateCreated: '2024-01-01' } }, '2023-05-06'],
    ['of its data', { dataset: { sdDatePublished: '2023-05-07' } }, '2023-05-07'],
    ['changed', { dataset: { dateModified: '2023-05-08' } }, '2023-05-08'],
    ['of the root', { root: { datePublished: '2022-01-02' } }, '2022-01-02'],
    ['of the description', { descriptor: { dateCreated: '2021-01-02' } }, '2021-01-02'],
    ['none', {}, ''],
  ])('B23 a date %s', async (_, crate, day) => {
    const made = await note(crate);
    expect(made.created.slice(0, 10)).toBe(day);
    expect(made.changed === '').toBe(day === '');
  });

  test.each<readonly [unknown, string]>([
    ['Ada Lovelace', 'Ada Lovelace'],
    [{ '@id': '#ada' }, 'Ada Lovelace, Home Office, ORCID 0000-0002-1825-0097'],
    ['#ada', 'Ada Lovelace, Home Office, ORCID 0000-0002-1825-0097'],
    [{ givenName: 'Ada', familyName: 'Lovelace' }, 'Ada Lovelace'],
    [{ '@id': 'https://orcid.org/0000-0002-1825-0097' }, 'ORCID 0000-0002-1825-0097'],
    [{ '@id': 'person://f608?hash_algo=sha256' }, ''],
    [{ '@id': './author/44' }, ''],
    [[{ '@id': '#ada' }, { name: 'Alan' }], 'Ada Lovelace, Home Office, ORCID 0000-0002-1825-0097'],
  ])('B23 an owner %j', async (author, words) => {
    const nodes = [
      {
        '@id': '#ada',
        '@type': 'Person',
        name: 'Ada Lovelace',
        affiliation: { '@id': '#ho' },
        identifier: 'https://orcid.org/0000-0002-1825-0097',
      },
      { '@id': '#ho', '@type': 'Organization', name: 'Home Office' },
    ];
    expect((await note({ dataset: { author }, nodes })).ownerRole).toBe(words);
  });

  test('B23 the owner and licence of the root where a note says none', async () => {
    const root = { author: { name: 'Ada' }, license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' } };
    expect(await note({ root })).toMatchObject({ ownerRole: 'Ada', licence: 'CC BY 4.0' });
  });

  test.each<readonly [unknown, string]>([
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/', 'CC BY-NC-SA 4.0'],
    [{ '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' }, 'CC0 1.0'],
    ['http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/', 'Open Government Licence v3.0'],
    [{ '@id': 'https://spdx.org/licenses/MIT.html' }, 'MIT'],
    [{ '@id': '#l', name: 'House rules', url: 'https://x.uk' }, 'House rules'],
    [{ '@id': 'https://x.uk/licence' }, 'https://x.uk/licence'],
    ['CC-BY-4.0', 'CC-BY-4.0'],
  ])('B23 a licence %j', async (license, words) => {
    expect((await note({ dataset: { license } })).licence).toBe(words);
  });
});

describe('B20 text of a kind that nobody says', () => {
  const seen = async (text: string, encodingFormat?: string): Promise<string> => {
    const made = await note({ dataset: { text, ...(encodingFormat === undefined ? {} : { encodingFormat }) } });
    const dead = () => ({ kind: 'dead', reason: 'x' }) as const;
    const page = parsePage(`\n${made.text}`, { resolveLink: dead, resolveImage: dead });
    return page.unshown === undefined ? plainText(page.tree) : page.unshown;
  };
  test.each([
    'We stop when p<alpha and n>30, and go on when a<b or c>d.',
    'if x <p and p> 3 then',
    'a<i and i>b, <your name>, <5 %',
    '<T> of List<String> and vector<int>',
    'under <b or over',
  ])('B20 plain words stay: %s', async (text) => {
    expect(await seen(text)).toBe(text);
    expect(await seen(text, 'text/plain')).toBe(text);
  });

  test('B20 HTML is HTML, Markdown is Markdown, plain is plain', async () => {
    expect(await seen('<p>a <b>b</b></p>')).toBe('a b');
    expect(await seen('one<br>two')).toBe('one\ntwo');
    expect(await seen('10<sup>6</sup> a<b')).toBe('106 a<b');
    expect((await note({ dataset: { text: '# T\n\n10<sup>6</sup> m' } })).text).toBe('# T\n\n10<sup>6</sup> m');
    expect((await note({ dataset: { text: '1 * 2 * 3\n# x', encodingFormat: 'text/plain' } })).text).toBe(
      '1 \\* 2 \\* 3\\\n\\# x',
    );
    expect((await note({ dataset: { text: '`a<b or c>d`' } })).text).toBe('`a<b or c>d`');
  });
});

describe('B23 a description that is only too large', () => {
  const ids = Array.from({ length: 1_300 }, (_, at) => `./mesh${at}/`);
  test.each<readonly [string, () => readonly CrateNode[]]>([
    [
      'notes that all name each other',
      () => ids.map((id) => ({ '@id': id, '@type': 'Dataset', hasPart: parts(...ids) })),
    ],
    [
      'authors without end',
      () => [{ '@id': './mesh0/', '@type': 'Dataset', author: parts(...ids.map((id) => id.repeat(1_500))) }],
    ],
  ])('B23 %s: refused for its size, not as damaged', async (_, made) => {
    const graph = [{ '@id': './', '@type': 'Dataset', hasPart: parts(ids[0] ?? '') }, ...made()];
    const bytes = forgeZip([entry('x/ro-crate-metadata.json', JSON.stringify({ '@graph': graph }))]);
    const result = await openBundle(await folder.write('large.eln', bytes));
    expect(result).toEqual({
      ok: false,
      problem: { code: 'bundle-part-too-large', file: 'large.eln', part: 'ro-crate-metadata.json', limit: '16 MB' },
    });
  });
});
