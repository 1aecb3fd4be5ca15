import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { writeBundle } from '#bundle/write-bundle.ts';
import { noteSchema } from '#domain/note/record/note.ts';
import { visibleText } from '#markdown/invisible.ts';
import { sharedItems } from '#support/hostile-strings.ts';
import { forgeZip, temporaryFolder } from '#support/make-pack.ts';
import { madeFiles, sampleNote } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** What comes of a file: its notes, or the code of the problem. Anything thrown is a bug. */
async function outcomeOf(bytes: Uint8Array) {
  const result = await openBundle(await folder.write('fuzz.eln', bytes));
  if (!result.ok) return result.problem.code;
  await result.value.close();
  return result.value;
}

const OWN = [
  '__proto__',
  'constructor',
  '../../x',
  '\u202egpj.exe',
  'C:\\x',
  'a'.repeat(60_000),
  '\ud800',
  'CON',
  '',
  ' ',
];

const [hash = ''] = madeFiles.keys();
const note = sampleNote({ files: [{ sha256: hash, name: 'a.png', type: 'image/png', size: 6, alt: '' }] });

async function wholeBundle(): Promise<Buffer> {
  const path = join(folder.path, 'whole.eln');
  const read = async (wanted: string) => madeFiles.get(wanted) ?? null;
  const written = await writeBundle([{ note, earlier: [] }], 'OFFICIAL', path, { read });
  expect(written.ok).toBe(true);
  return readFile(path);
}

test('X5 any bytes changed or cut off: refused in words, or a whole note', { timeout: 60_000 }, async () => {
  const whole = await wholeBundle();
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 6 });
  const refused = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(flips, fc.option(fc.nat(whole.length), { freq: 3 }), async (changes, end) => {
      const bytes = Buffer.from(whole);
      for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
      const outcome = await outcomeOf(bytes.subarray(0, end ?? whole.length));
      if (typeof outcome === 'string') refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
      else for (const { note: one } of outcome.notes) expect(noteSchema.parse(one)).toEqual(one);
    }),
    { numRuns: 600 },
  );
  console.log(`refused: ${[...refused].map(([code, count]) => `${code} ${count}`).join(', ')}`);
  expect(refused.get('bundle-damaged')).toBeGreaterThan(20);
});

test('X5 words that break programs, as titles, people, tags, programs, ids and names of files', {
  timeout: 60_000,
}, async () => {
  const lists = [
    'naughty-strings.json',
    'unicode/trojan-source.json',
    'xss/mutation-xss.json',
    'xss/dom-clobbering.json',
  ];
  const shared = lists.flatMap((list) => sharedItems(list).map(({ text, line, payload }) => text ?? line ?? payload));
  const words = [...new Set([...shared.map(String), ...OWN])];
  expect(words.length).toBeGreaterThanOrEqual(OWN.length);
  for (const text of words) {
    const metadata = {
      '@context': text,
      '@graph': [
        {
          '@id': 'ro-crate-metadata.json',
          '@type': 'CreativeWork',
          about: { '@id': './' },
          sdPublisher: { name: text },
        },
        { '@id': './', '@type': 'Dataset', hasPart: [{ '@id': './a/' }, { '@id': text }] },
        {
          '@id': './a/',
          '@type': 'Dataset',
          name: text,
          author: { name: text },
          keywords: text,
          text,
          comment: { '@id': text, text },
          hasPart: [{ '@id': `./a/${text}` }],
        },
        { '@id': text, '@type': ['Dataset', text], name: text },
        { '@id': `./a/${text}`, '@type': 'File', name: text, encodingFormat: text },
      ],
    };
    const outcome = await outcomeOf(
      forgeZip([{ name: 'x/ro-crate-metadata.json', bytes: Buffer.from(JSON.stringify(metadata)) }]),
    );
    if (typeof outcome === 'string') throw new Error(`${outcome}: ${text}`);
    expect(outcome.notes.length).toBeGreaterThan(0);
    for (const { note: one, program } of outcome.notes) {
      expect(noteSchema.parse(one)).toEqual(one);
      for (const line of [one.title, one.ownerRole, program, ...one.tags]) expect(visibleText(line)).toBe(line);
    }
    // The same as the name of a file in the ZIP: refused, or a path inside.
    const named = await outcomeOf(
      forgeZip([
        { name: 'x/ro-crate-metadata.json', bytes: Buffer.from('{"@graph":[{"@id":"./","@type":"Dataset"}]}') },
        { name: `x/${text}`, bytes: Buffer.from('x') },
      ]),
    );
    if (typeof named === 'string') expect(['bundle-unsafe', 'bundle-damaged']).toContain(named);
    else for (const { path } of named.files.values()) expect(join('/in', path).startsWith('/in/')).toBe(true);
  }
  console.log(`${words.length} words`);
});

const described = (text: string): Buffer =>
  forgeZip([
    {
      name: 'x/ro-crate-metadata.json',
      bytes: Buffer.from(
        JSON.stringify({
          '@graph': [
            { '@id': './', '@type': 'Dataset', hasPart: { '@id': 'a' } },
            { '@id': 'a', '@type': 'Dataset', name: text, text },
          ],
        }),
      ),
    },
  ]);

test('X5 a description of 17 MB and a field of 15 MB: refused as too large, or cut to what a note takes', {
  timeout: 120_000,
}, async () => {
  expect(await outcomeOf(described('x'.repeat(8_500_000)))).toBe('bundle-part-too-large');
  /** Milliseconds of processor time that so many pieces of HTML take. */
  const timeOf = async (pieces: number): Promise<number> => {
    const before = process.cpuUsage();
    const cut = await outcomeOf(described('<b>x</b> '.repeat(pieces)));
    if (typeof cut === 'string') throw new Error(cut);
    expect(cut.notes[0]?.note.text.length).toBeLessThanOrEqual(400_000);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  // The code is compiled by the first.
  await timeOf(50_000);
  const [quarter, whole] = [await timeOf(200_000), await timeOf(800_000)];
  console.log(`a quarter ${Math.round(quarter)} ms, all ${Math.round(whole)} ms of processor time`);
  // Four times the text takes about four times as long; sixteen times is the square.
  expect(whole / quarter).toBeLessThan(9);
});
