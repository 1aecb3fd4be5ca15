import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundle } from '#bundle/open-bundle.ts';
import { type ForgedEntry, forgeZip, temporaryFolder } from '#support/make-pack.ts';
import { sampleNote, sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const entry = (name: string, text: string): ForgedEntry => ({ name, bytes: Buffer.from(text) });
const crate = (...nodes: readonly unknown[]): string =>
  JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': nodes });
const root = (...parts: readonly string[]) => ({
  '@id': './',
  '@type': 'Dataset',
  hasPart: parts.map((id) => ({ '@id': id })),
});
const plain = crate(root('./a/'), { '@id': './a/', '@type': 'Dataset', name: 'A' });
const RIGHT = [entry('x/ro-crate-metadata.json', plain)];

async function outcome(bytes: Uint8Array) {
  const result = await openBundle(await folder.write('forged.eln', bytes));
  if (result.ok) await result.value.close();
  return result;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await outcome(bytes);
  if (result.ok) return 'none';
  return result.problem.code === 'bundle-unsafe' ? `unsafe ${result.problem.reason}` : result.problem.code;
}

async function contentOf(metadata: string, ...more: readonly ForgedEntry[]) {
  const result = await outcome(forgeZip([entry('x/ro-crate-metadata.json', metadata), ...more]));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('X5 hostile files', () => {
  test('X5 a right one is read', async () => {
    expect(await refusal(forgeZip(RIGHT))).toBe('none');
  });

  test('X5 no bundle at all', async () => {
    expect(await refusal(forgeZip([entry('x/readme.txt', '')]))).toBe('not-a-bundle');
    const missing = await openBundle(join(folder.path, 'missing.eln'));
    expect(missing).toEqual({ ok: false, problem: { code: 'file-unreadable', file: 'missing.eln' } });
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no graph', '{}'],
    ['no root', crate({ '@id': './a/', '@type': 'Dataset' })],
    ['nested without end', `{"@graph":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('X5 metadata with %s', async (_, text) => {
    expect(await refusal(forgeZip([entry('x/ro-crate-metadata.json', text)]))).toBe('bundle-damaged');
  });
});

describe('X5 hostile content', () => {
  test('X5 only Datasets that the root lists are notes', async () => {
    const bundle = await contentOf(
      crate(
        { '@id': './b/', '@type': ['Message', 'Dataset'] },
        { '@id': 'c', '@type': 'Dataset' },
        { '@id': './d.txt', '@type': 'File' },
        root('b', './d.txt', './none/', './'),
      ),
    );
    expect(bundle.notes.map(({ note }) => note.title)).toEqual(['b']);
    expect(bundle.warnings).toEqual([{ code: 'file-missing', path: 'd.txt' }]);
  });

  test('X5 every field of another form', async () => {
    const odd = [
      null,
      7,
      'x',
      [],
      ['x', 'y'],
      {},
      { '@id': './a/' },
      { '@id': '#gone' },
      [[['x']]],
      { name: ['n'], text: 3 },
    ];
    const fields =
      'name author creator dateCreated dateModified keywords text description encodingFormat hasPart comment license identifier conditionsOfAccess variableMeasured'.split(
        ' ',
      );
    const any = fc.record(Object.fromEntries(fields.map((field) => [field, fc.constantFrom(...odd)])), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(any, any, async (one, two) => {
        const bundle = await contentOf(
          crate(
            { ...one, '@id': './a/', '@type': 'Dataset' },
            { ...two, '@id': './b', '@type': 'Dataset' },
            { ...root('a', './b/'), license: two.license, sdPublisher: one.name },
            {
              '@id': 'ro-crate-metadata.json',
              '@type': 'CreativeWork',
              about: { '@id': './' },
              sdPublisher: one.author,
            },
          ),
        );
        expect(bundle.notes.length).toBe(2);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('X5 keys that JavaScript knows', async () => {
    const text = plain.replace(
      '"name":"A"',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"A"',
    );
    const bundle = await contentOf(text);
    expect(bundle.notes[0]?.note.title).toBe('A');
    expect('polluted' in {}).toBe(false);
    expect(JSON.stringify(bundle.notes)).not.toContain('__proto__');
  });

  test('X5 HTML of others becomes Markdown that loads and runs nothing', async () => {
    const html =
      '<h1 onclick="x()">T</h1><script>alert(1)</script><img src="https://example.org/t.png" alt="a picture"><iframe src="//e"></iframe><a href="javascript:x()">j</a> <a href="https://www.gov.uk">ok</a><table><tr><th>a</th></tr><tr><td>1</td></tr></table>';
    const bundle = await contentOf(
      crate(root('./a/'), {
        '@id': './a/',
        '@type': 'Dataset',
        name: '<b>A</b>',
        text: html,
        encodingFormat: 'text/html',
      }),
    );
    const text = bundle.notes[0]?.note.text ?? '';
    expect(text).toMatch(/^# T\n\na picture j \[ok\]\(https:\/\/www\.gov\.uk\)\n/);
    expect(text).toContain('| 1 |');
    expect(text).not.toMatch(/alert|example\.org|javascript|iframe/);
  });

  test('X9 a changed byte is noticed, not refused', async () => {
    const file = { '@id': './a/f.txt', '@type': 'File', sha256: sha256('right') };
    const bundle = await contentOf(
      crate(root('./a/'), { '@id': './a/', '@type': 'Dataset', hasPart: { '@id': 'a/f.txt' } }, file),
      entry('x/a//f.txt', 'wrong'),
    );
    expect(bundle.warnings).toEqual([{ code: 'hash-differs', path: 'a/f.txt' }]);
    expect(bundle.notes[0]?.note.files).toMatchObject([{ sha256: sha256('wrong'), name: 'f.txt' }]);
  });

  test('X9 a record of a newer Satchel is refused, a damaged one gives what the graph says', async () => {
    const record = (value: unknown) => entry('x/a/record.json', JSON.stringify(value));
    const newer = forgeZip([...RIGHT, record({ satchel: 'note', format: 2, note: {} })]);
    expect(await refusal(newer)).toBe('bundle-too-new');
    const bundle = await contentOf(plain, record({ satchel: 'note', format: 1, note: { ...sampleNote(), title: 3 } }));
    expect(bundle.notes.map(({ from, note }) => [from, note.title])).toEqual([['other', 'A']]);
    expect(bundle.warnings).toEqual([{ code: 'record-damaged', note: 'A' }]);
  });

  test('X5 a forged record cannot name a path outside', async () => {
    const foreign = {
      folder: 'a',
      dataset: {},
      nodes: [],
      files: [{ path: '../../evil', sha256: 'a'.repeat(64), size: 1 }],
    };
    const bundle = await contentOf(
      plain,
      entry('x/a/record.json', JSON.stringify({ satchel: 'note', format: 1, note: sampleNote(), foreign })),
    );
    expect(bundle.notes[0]?.from).toBe('other');
  });

  test('X5 characters that turn or hide words are taken out of a record, which is said; its locked plan stays', async () => {
    const plan = { hash: 'b'.repeat(64), lockedAt: '2026-11-02T09:00:00.000Z', text: '{"a":"\u202eb"}' };
    const note = sampleNote({
      title: 'invoice \u202egpj.exe',
      text: 'a\u200bb 👩🏽‍🔬',
      tags: ['\u2066x\u2069'],
      ownerRole: 'Policy\u0007 lead',
      stopRules: [{ id: 's', text: 'st\u202dop' }],
      plan,
    });
    const bundle = await contentOf(
      plain,
      entry('x/a/record.json', JSON.stringify({ satchel: 'note', format: 1, note })),
    );
    expect(bundle.notes[0]?.note).toEqual({
      ...note,
      title: 'invoice gpj.exe',
      text: 'ab 👩🏽‍🔬',
      tags: ['x'],
      ownerRole: 'Policy lead',
      stopRules: [{ id: 's', text: 'stop' }],
    });
    expect(bundle.warnings).toEqual([{ code: 'hidden-characters', note: 'invoice gpj.exe', count: 6 }]);
  });

  test('X5 names that a file tells are short and can be seen whole', async () => {
    const long = `\u202e${'x'.repeat(300_000)}`;
    const metadata = crate(
      { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' }, sdPublisher: { name: long } },
      root('./a/'),
      { '@id': './a/', '@type': 'Dataset', name: long },
      { '@id': `./${long}`, '@type': 'File' },
    );
    const bundle = await contentOf(
      metadata,
      entry('x/a/record.json', JSON.stringify({ satchel: 'note', format: 1, note: { title: 3 } })),
    );
    const told = [
      bundle.notes[0]?.program,
      ...bundle.warnings.map((one) => ('path' in one ? one.path : 'note' in one ? one.note : '')),
    ];
    // The program, the missing file, the damaged record and the name that is cut.
    expect(told.length).toBe(4);
    for (const text of told) {
      expect(text?.length).toBeLessThanOrEqual(300);
      expect(text).toMatch(/^x+…?$/);
    }
    const named = await openBundle(await folder.write('a\u202enle.exe', forgeZip(RIGHT)));
    expect(named.ok && named.value.file).toBe('anle.exe');
    if (named.ok) await named.value.close();
  });

  test('two notes of one id: the second is left out and that is said', async () => {
    const record = JSON.stringify({ satchel: 'note', format: 1, note: sampleNote() });
    const two = crate(
      root('./a/', './b/'),
      { '@id': './a/', '@type': 'Dataset' },
      { '@id': './b/', '@type': 'Dataset' },
    );
    const bundle = await contentOf(two, entry('x/a/record.json', record), entry('x/b/record.json', record));
    expect(bundle.notes.length).toBe(1);
    expect(bundle.warnings).toEqual([{ code: 'note-twice', note: sampleNote().title }]);
  });
});
