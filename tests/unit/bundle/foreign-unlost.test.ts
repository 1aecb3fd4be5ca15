import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { entry, type MadeCrate, noteOfCrate, openedCrate, parts } from '#support/made-crate.ts';
import { forgeZip, temporaryFolder } from '#support/make-pack.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const opened = (crate: MadeCrate) => openedCrate(folder, crate);
const note = (crate: MadeCrate) => noteOfCrate(folder, crate);

describe('B23 nothing that others say is lost without a word', () => {
  test.each<readonly [unknown, string]>([
    ['2026-02-30', ''],
    ['2026-02-29T10:00:00Z', ''],
    ['2026-03', ''],
    ['12/03/2026', ''],
    ['2026-03-12T10:00:00+01', '2026-03-12T09:00:00.000Z'],
    ['20260312T100000Z', '2026-03-12T10:00:00.000Z'],
    ['2026/03/12', '2026-03-12T00:00:00.000Z'],
    ['12 March 2026', '2026-03-12T00:00:00.000Z'],
    ['March 12, 2026', '2026-03-12T00:00:00.000Z'],
    ['Thu, 12 Mar 2026 10:00:00 +0000', '2026-03-12T10:00:00.000Z'],
    ['2026-03-12 10:00:00 UTC', '2026-03-12T10:00:00.000Z'],
    ['12 Foo 2026', ''],
  ])('B23 the date %j is read, or kept and said to be', async (dateCreated, created) => {
    const [first] = (await opened({ dataset: { dateCreated } })).notes;
    expect(first?.note.created).toBe(created);
    expect(first?.kept.properties).toEqual(created === '' ? ['dateCreated'] : []);
  });

  test.each<readonly [unknown, string]>([
    [{ name: 'a', value: { '@value': 12.5 } }, '| a | 12.5 |'],
    [{ name: 'a', value: { '@type': 'QuantitativeValue', value: 7, unitText: 'kg' } }, '| a | 7 kg |'],
    [{ name: 'a', minValue: 1, maxValue: 9 }, '| a | 1 to 9 |'],
    [{ name: 'a', value: '[1, 2, 3]' }, '| a | \\[1, 2, 3\\] |'],
    [{ value: 99 }, '|  | 99 |'],
    [{ name: 'a', value: { '@id': '#v' } }, '| a | Oak |'],
    ['Turbidity', '| Turbidity |  |'],
    [{ name: 'a', value: `${'x'.repeat(3_000)} 42` }, `| a | ${'x'.repeat(3_000)} 42 |`],
  ])('B23 the value %j is seen', async (variableMeasured, row) => {
    const nodes = [{ '@id': '#v', '@type': 'Thing', name: 'Oak' }];
    const { text } = await note({ dataset: { variableMeasured }, nodes });
    expect(text.split('\n').at(-1)).toBe(row);
  });

  test('B23 words on a file, and keywords of what lies inside', async () => {
    const { text } = await note({
      dataset: { hasPart: parts('./t/a.txt', './t/one/') },
      nodes: [
        { '@id': './t/a.txt', '@type': 'File', name: 'Run 1', text: 'The pump <b>stopped</b>' },
        { '@id': './t/one/', '@type': 'Dataset', name: 'One', keywords: ['pump', 'cold'] },
      ],
      entries: [entry('x/t/a.txt', 'a')],
    });
    expect(text).toBe('## Run 1\n\nThe pump **stopped**\n\n## One\n\nKeywords: pump, cold');
  });

  test('B23 words of the root beside its notes are a note', async () => {
    const { notes } = await opened({ root: { name: 'All', text: 'Read me' } });
    expect(notes.map(({ note: { title, text } }) => [title, text])).toEqual([
      ['All', 'Read me\n\n## Parts\n\n- T'],
      ['T', ''],
    ]);
  });

  test('B23 pictures written out in the words come in as files, in their places', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const lines = png.toString('base64').replace(/.{40}/g, '$&\n');
    const hash = createHash('sha256').update(png).digest('hex');
    const { notes, read } = await opened({
      dataset: { text: `<p>Before <img alt="Flow" src="data:image/png;base64,${lines}"> after</p>` },
      root: { text: `Seen ![Flow](data:image/png;base64,${png.toString('base64')})`, encodingFormat: 'text/markdown' },
    });
    expect(notes.map(({ note: { text } }) => text.split('\n')[0])).toEqual([
      `Seen ![Flow](file:${hash})`,
      `Before ![Flow](file:${hash}) after`,
    ]);
    for (const { note: one } of notes) {
      expect(one.files).toEqual([
        { sha256: hash, name: 'picture-1.png', type: 'image/png', size: png.length, alt: '' },
      ]);
    }
    expect(await read(hash)).toEqual({ ok: true, value: png });
  });

  test.each<readonly [string, string, string]>([
    ['an address without marks', '<p><img src=DATA alt="Red square" width=40> and</p>', '![Red square](file:HASH) and'],
    ['single marks', "<p><img src='DATA' alt=Red></p>", '![Red](file:HASH)'],
  ])('B23 a picture written out as %s keeps its bytes and its words', async (_, html, text) => {
    const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const address = `data:image/png;base64,${bytes.toString('base64')}`;
    const { notes } = await opened({ dataset: { text: html.replace('DATA', address) } });
    expect(notes[0]?.note.text).toBe(text.replace('HASH', hash));
  });

  test('B23 a picture of Markdown keeps its title, and one of ten megabytes is a picture too', async () => {
    const large = Buffer.alloc(7_600_000, 7);
    const small = Buffer.from('89504e47', 'hex').toString('base64');
    const text = `![a](data:image/png;base64,${small} "The title") ![b](data:image/png;base64,${large.toString('base64')})`;
    const [first] = (await opened({ dataset: { text, encodingFormat: 'text/markdown' } })).notes;
    expect(first?.note.text).toMatch(/^!\[a\]\(file:[0-9a-f]{64} "The title"\) !\[b\]\(file:[0-9a-f]{64}\)$/);
    expect(first?.note.files.map(({ size }) => size)).toEqual([4, large.length]);
  });

  test('B23 pictures that are more than a note takes are told', async () => {
    const pictures = Array.from({ length: 1_003 }, (_, at) => Buffer.from(`picture ${at}`).toString('base64'));
    const text = pictures.map((one) => `<img src="data:image/png;base64,${one}">`).join(' ');
    const { notes, warnings } = await opened({ dataset: { text: `<p>${text}</p>` } });
    expect(notes[0]?.note.files).toHaveLength(1_000);
    expect(warnings).toEqual([{ code: 'pictures-missing', note: 'T', count: 3 }]);
  });

  test('B23 what is more than a note takes, and pictures that did not come with it, are told', async () => {
    const { warnings } = await opened({
      dataset: {
        text: '<p>Figure: <img src="data:image/bmp;base64,Qk0="> and <img src="gone.png"></p>',
        comment: { '@type': 'Comment', text: 'c'.repeat(20_001) },
      },
    });
    expect(warnings).toEqual([
      { code: 'words-cut', note: 'T' },
      { code: 'pictures-missing', note: 'T', count: 2 },
    ]);
  });

  test.each<readonly [string, MadeCrate, string | null]>([
    ['a note', { dataset: { conditionsOfAccess: 'Official - Sensitive' } }, 'OFFICIAL-SENSITIVE'],
    ['the root', { root: { conditionsOfAccess: 'OFFICIAL-SENSITIVE COMMERCIAL' } }, 'OFFICIAL-SENSITIVE'],
    [
      'a part',
      {
        dataset: { hasPart: parts('./t/one/'), conditionsOfAccess: 'OFFICIAL' },
        nodes: [{ '@id': './t/one/', '@type': 'Dataset', conditionsOfAccess: 'OFFICIAL-SENSITIVE' }],
      },
      'OFFICIAL-SENSITIVE',
    ],
    [
      'a file',
      {
        dataset: { hasPart: parts('./t/a.txt') },
        nodes: [{ '@id': './t/a.txt', '@type': 'File', conditionsOfAccess: 'OFFICIAL-SENSITIVE' }],
        entries: [entry('x/t/a.txt', 'a')],
      },
      'OFFICIAL-SENSITIVE',
    ],
    ['nothing', { dataset: { conditionsOfAccess: 'unofficial' } }, null],
    ['several', { dataset: { conditionsOfAccess: ['OFFICIAL', 'OFFICIAL-SENSITIVE'] } }, 'OFFICIAL-SENSITIVE'],
    [
      'several values',
      { dataset: { conditionsOfAccess: [{ '@value': 'OFFICIAL' }, { '@value': 'OFFICIAL-SENSITIVE' }] } },
      'OFFICIAL-SENSITIVE',
    ],
    ['several of the root', { root: { conditionsOfAccess: ['OFFICIAL', 'OFFICIAL-SENSITIVE'] } }, 'OFFICIAL-SENSITIVE'],
    [
      'a property',
      { dataset: { conditionsOfAccess: { '@type': 'PropertyValue', name: 'Marking', value: 'OFFICIAL-SENSITIVE' } } },
      'OFFICIAL-SENSITIVE',
    ],
    [
      'a property that is referred to',
      {
        dataset: { conditionsOfAccess: ['OFFICIAL', { '@id': '#p' }] },
        nodes: [{ '@id': '#p', '@type': 'PropertyValue', value: ['OFFICIAL', { '@value': 'Official-Sensitive' }] }],
      },
      'OFFICIAL-SENSITIVE',
    ],
    [
      'a field',
      { dataset: { variableMeasured: { '@type': 'PropertyValue', name: 'Marking', value: 'OFFICIAL-SENSITIVE' } } },
      'OFFICIAL-SENSITIVE',
    ],
    [
      'what a term is called',
      { dataset: { conditionsOfAccess: { '@type': 'DefinedTerm', name: 'OFFICIAL-SENSITIVE' } } },
      'OFFICIAL-SENSITIVE',
    ],
    [
      'a sentence',
      { dataset: { conditionsOfAccess: 'Handle this as OFFICIAL-SENSITIVE, please' } },
      'OFFICIAL-SENSITIVE',
    ],
    ['hidden letters', { dataset: { conditionsOfAccess: 'OFFICIAL-SENS\u200bITIVE' } }, 'OFFICIAL-SENSITIVE'],
  ])('B23 the marking of %s is the marking of the note', async (_, crate, marking) => {
    expect((await note(crate)).marking).toBe(marking);
  });

  test.each<readonly [MadeCrate, readonly string[]]>([
    [{ dataset: { conditionsOfAccess: 'SECRET' } }, ['SECRET']],
    [{ dataset: { conditionsOfAccess: ['OFFICIAL', 'TOP SECRET // UK EYES ONLY'] } }, ['TOP SECRET // UK EYES ONLY']],
    [{ root: { conditionsOfAccess: { '@value': 'SECRET\u202e' } } }, ['SECRET']],
    [{ dataset: { conditionsOfAccess: { name: 'Marking', value: 'Open' } } }, ['Open']],
    [{ dataset: { conditionsOfAccess: { '@type': 'DefinedTerm', name: 'SECRET' } } }, ['SECRET']],
    [
      {
        dataset: { hasPart: parts('./t/a.txt') },
        nodes: [{ '@id': './t/a.txt', '@type': 'File', conditionsOfAccess: 'SECRET' }],
        entries: [entry('x/t/a.txt', 'a')],
      },
      ['SECRET'],
    ],
    [{ dataset: { conditionsOfAccess: 'SECRET, not OFFICIAL-SENSITIVE' } }, ['SECRET, not OFFICIAL-SENSITIVE']],
    [{ dataset: { conditionsOfAccess: ['official', { name: 'Marking', value: 'OFFICIAL-SENSITIVE' }] } }, []],
  ])('B23 a marking that is not known is told in its words: %j', async (crate, told) => {
    const { warnings } = await opened(crate);
    expect(warnings).toEqual(told.map((marking) => ({ code: 'marking-unknown', note: 'T', marking })));
  });

  test('B23 schema.org by its prefix or its whole address, and a root named by its address alone', async () => {
    for (const say of ['schema:', 'https://schema.org/', 'http://schema.org/']) {
      const nodes = [
        { '@id': 'https://x.uk/1', '@type': `${say}Dataset`, [`${say}hasPart`]: [{ '@id': './n/' }] },
        { '@id': './n/', '@type': [`${say}Dataset`], [`${say}name`]: [{ '@value': 'N' }], [`${say}text`]: 'Words' },
      ];
      const { notes } = await opened({ descriptor: { about: 'https://x.uk/1' }, nodes });
      expect(notes.map(({ note: { title, text } }) => [title, text])).toEqual([['N', 'Words']]);
    }
  });

  test.each(['ro-crate-metadata.jsonld', 'RO-Crate-Metadata.json'])('B23 a description called %s', async (name) => {
    const graph = [
      { '@id': name, '@type': 'CreativeWork', about: { '@id': './' } },
      { '@id': './', '@type': 'Dataset', hasPart: [{ '@id': './t/' }] },
      { '@id': './t/', '@type': 'Dataset', name: 'T' },
    ];
    const bytes = forgeZip([entry(`x/${name}`, JSON.stringify({ '@graph': graph }))]);
    const result = await openBundle(await folder.write('old.eln', bytes));
    expect(result.ok && result.value.notes.map(({ note: { title } }) => title)).toEqual(['T']);
    if (result.ok) await result.value.close();
  });
});
