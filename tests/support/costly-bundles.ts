import { ZipFile } from 'yazl';

/** Text repeated to a length. */
const fill = (piece: string, length: number): string => piece.repeat(Math.floor(length / piece.length));

const html = (text: string): readonly Entry[] => notes([{ '@id': './a/', text, encodingFormat: 'text/html' }]);

type Entry = readonly [path: string, text: string];

const notes = (
  datasets: readonly Readonly<Record<string, unknown>>[],
  more: readonly unknown[] = [],
): readonly Entry[] => [
  [
    'x/ro-crate-metadata.json',
    JSON.stringify({
      '@graph': [
        { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' } },
        { '@id': './', '@type': 'Dataset', hasPart: datasets.map((one) => ({ '@id': one['@id'] })) },
        ...datasets.map((one) => ({ '@type': 'Dataset', name: 'Innocent note', ...one })),
        ...more,
      ],
    }),
  ],
];

/** The next of a row of figures that look like chance, the same each time. */
function* chance(): Generator<number, never> {
  for (let seed = 1; ; ) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    yield seed >>> 16;
  }
}

/** Characters of an alphabet as if by chance: an archive compresses them little. */
function noise(alphabet: string, length: number): string {
  const next = chance();
  return Array.from({ length }, () => alphabet[next.next().value % alphabet.length]).join('');
}

/** Files of notes that cost whoever reads them far more than their size, each of another kind. */
export const COSTLY_BUNDLES: Readonly<Record<string, () => readonly Entry[]>> = {
  // Spans: one cell as large as the table, a row of them, all rows of them.
  'cell over all': () =>
    html(`<table><tr><td rowspan=9999 colspan=9999>x</td></tr>${fill('<tr><td>y</td></tr>', 40_000)}</table>`),
  'wide cells': () => html(`<table>${fill('<tr><td colspan=9999>x</td></tr>', 400_000)}</table>`),
  'tall cells': () =>
    html(`<table><tr>${fill('<td rowspan=9999>x</td>', 20_000)}</tr>${fill('<tr><td>y</td></tr>', 200_000)}</table>`),
  'spans a little under the limit': () =>
    html(`<table>${fill('<tr><td colspan=99 rowspan=99>x</td></tr>', 400_000)}</table>`),
  'one long cell': () =>
    html(`<table><tr><td>${'x'.repeat(100_000)}</td></tr>${fill('<tr><td>a</td></tr>', 390_000)}</table>`),
  'one wide row': () => html(`<table><tr>${fill('<td>x</td>', 200_000)}</tr>${fill('<tr><td>', 200_000)}</table>`),
  'tables in tables': () => html(fill('<table><tr><td>', 400_000)),
  'deep lists': () => html(fill('<ul><li>a', 400_000)),
  'deep bold': () => html(`${fill('<b>', 600)}${fill('<p>a', 400_000)}`),
  'marks of Markdown': () => html(`<p>${fill('*a_b~c`d[e]!f ', 400_000)}</p>`),
  'code of ticks': () => html(`<code>${Array.from({ length: 900 }, (_, at) => '`'.repeat(at)).join('a')}</code>`),
  // Front matter.
  'blanks in the fence': () => [
    ...notes([{ '@id': './a/' }]),
    ['x/a/note.md', `---a${noise(' \t', 1_000_000)}x\n---\n`],
  ],
  'deep front matter': () => [...notes([{ '@id': './a/' }]), ['x/a/note.md', `---\na: ${'['.repeat(60_000)}\n---\n`]],
  'aliases that multiply': () => [
    ...notes([{ '@id': './a/' }]),
    [
      'x/a/note.md',
      `---\na: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'.replace(/./g, (to, at: number) => `${to}: &${to} [${`*${'abcdefghi'[at]},`.repeat(9)}]\n`)}---\n`,
    ],
  ],
  // JSON.
  'records of nothing': () => [
    ...notes(Array.from({ length: 10 }, (_, at) => ({ '@id': `./n${at}/` }))),
    ...Array.from(
      { length: 10 },
      (_, at): Entry => [
        `x/n${at}/record.json`,
        `{"satchel":"note","format":1,"z":"${noise('0123456789abcdef', 320_000)}","x":[${'[],'.repeat(5_100_000)}[]]}`,
      ],
    ),
  ],
  'a deep graph': () => [['x/ro-crate-metadata.json', `{"@graph":${'['.repeat(400_000)}${']'.repeat(400_000)}}`]],
  'one text for all': () =>
    notes(
      Array.from({ length: 3_000 }, (_, at) => ({ '@id': `./n${at}/`, text: { '@id': '#t' } })),
      [{ '@id': '#t', text: `<p>${fill('word ', 400_000)}</p>`, encodingFormat: 'text/html' }],
    ),
  'one large thing for all': () =>
    notes(
      Array.from({ length: 3_000 }, (_, at) => ({ '@id': `./n${at}/`, about: { '@id': '#t' } })),
      [{ '@id': '#t', rest: fill('word ', 4_000_000) }],
    ),
};

/** A bundle's bytes. Markdown and records are compressed, as programs do. */
export async function bundleBytes(entries: readonly Entry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of entries)
    zip.addBuffer(Buffer.from(text), name, {
      compress: name.endsWith('record.json') || (name.endsWith('note.md') && text.includes('\t')),
    });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
