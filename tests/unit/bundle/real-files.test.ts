import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundleArchive } from '#bundle/bundle-archive.ts';
import { type OpenBundle, openBundle } from '#bundle/open-bundle.ts';
import { writeBundle } from '#bundle/write-bundle.ts';
import { type GraphNode, keyOf, METADATA, readCrate } from '#domain/bundle/crate.ts';
import { readJson } from '#domain/bundle/json.ts';
import { noteSchema } from '#domain/note/record/note.ts';
import { sharedPath } from '#support/shared.ts';

const NAMES = ['elabftw-export', 'kadi4mat-records', 'opensemanticlab-minimal', 'pasta'] as const;
const from = sharedPath('reference/eln') ?? '';

const open: OpenBundle[] = [];

async function opened(path: string): Promise<OpenBundle> {
  const result = await openBundle(path);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  open.push(result.value);
  return result.value;
}

async function graphOf(path: string): Promise<readonly GraphNode[]> {
  const zip = await openBundleArchive(path);
  const entry = zip.entries.find((one) => one.path === METADATA);
  const text = entry ? (await zip.read(entry)).toString() : '';
  await zip.close();
  return readCrate(readJson(text))?.nodes ?? [];
}

describe.skipIf(from === '')('real files of other programs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'satchel-eln-'));
  });
  afterAll(async () => {
    for (const bundle of open) await bundle.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(NAMES)('%s.eln imports, and what could not be shown is kept', async (name) => {
    const bundle = await opened(join(from, `${name}.eln`));
    expect(bundle.notes.length).toBeGreaterThan(0);
    const kept = bundle.notes.map((one) => one.kept);
    const sum = (pick: (one: (typeof kept)[number]) => number): number =>
      kept.reduce((total, one) => total + pick(one), 0);
    console.log(
      `${name}: ${bundle.notes.length} notes; kept unshown: ${sum((one) => one.properties.length)} properties, ${sum((one) => one.nodes)} nodes, ${sum((one) => one.files)} files; ${bundle.warnings.length} warnings`,
    );
    for (const { note, foreign, from: origin } of bundle.notes) {
      expect(noteSchema.parse(note)).toEqual(note);
      expect(origin).toBe('other');
      expect(note.title).not.toBe('');
      expect(foreign).not.toBeNull();
    }
  });

  test('what the four say is where people look for it', async () => {
    const elab = await opened(join(from, 'elabftw-export.eln'));
    const gold = elab.notes.find(({ note }) => note.title === 'Gold master experiment')?.note;
    expect(gold).toMatchObject({
      status: 'idea',
      created: '2025-09-16T08:32:54.000Z',
      changed: '2025-09-16T08:37:05.000Z',
    });
    expect(gold?.tags).toContain('tag with space');
    expect(gold?.comments[0]?.text).toMatch(/^Great results on the DNA extraction/);
    expect(gold?.files.map(({ name }) => name)).toEqual(['example.jpg']);
    expect(gold?.files[0]?.type).toBe('image/jpeg');
    expect(gold?.text).toContain(`![](file:${gold?.files[0]?.sha256})`);
    expect(gold?.text).toContain('31<sup>321</sup>');
    expect(gold?.text).toContain('| Number with units | 12 | mM | this one has units |');
    expect(gold?.text).toContain('## Steps\n\n- [x] a step\n- [ ] another step');
    expect(gold?.licence).toBe('CC BY-NC-SA 4.0');
    expect(gold?.text).toMatch(/^# Level 1 title\n\n## Level 2 title/);
    expect(gold?.text).not.toMatch(/<(?!su[pb]>|u>)[a-z]+[ >]/i);
    expect(elab.notes[0]?.program).toBe('eLabFTW');

    const kadi = (await opened(join(from, 'kadi4mat-records.eln'))).notes[0]?.note;
    expect(kadi).toMatchObject({
      ownerRole: 'Manideep',
      tags: ['sample'],
      licence: 'Creative Commons Attribution 4.0',
    });
    expect(kadi?.text).toMatch(/^This is a sample record\.\n\n## Values\n/);
    expect(kadi?.text).toContain('| Tools Used.1 | Flat specimen holder |');
    expect(kadi?.files.length).toBe(4);

    const open = (await opened(join(from, 'opensemanticlab-minimal.eln'))).notes[0]?.note;
    expect(open).toMatchObject({ title: 'MinimalExample', ownerRole: 'TestPerson', licence: 'CC BY 4.0' });

    const pasta = await opened(join(from, 'pasta.eln'));
    const task = pasta.notes.find(({ note }) => note.title === 'This is another example task')?.note;
    expect(task).toMatchObject({ tags: ['WAIT'], licence: 'CC BY-NC-SA 4.0' });
    expect(task?.ownerRole).toBe('Steffen Brinckmann, Forschungszentrum Jülich, ORCID 0000-0003-0930-082X');
    expect(task?.text).toMatch(/^This will take a long time\.\n\n## Parts\n\n- This is an example subtask\n/);
    const files = pasta.notes.find(({ note }) => note.title === 'Data files')?.note;
    expect(files?.text).toContain('315px-Misc\\_pollen.jpg – - Remote image from wikipedia.');
  });

  test.each(NAMES)('%s.eln: importing twice gives the same notes', async (name) => {
    const [one, two] = [await opened(join(from, `${name}.eln`)), await opened(join(from, `${name}.eln`))];
    expect(one.notes.map(({ note, revision }) => [note.id, revision])).toEqual(
      two.notes.map(({ note, revision }) => [note.id, revision]),
    );
  });

  test.each(NAMES)('%s.eln: handing it on loses no node, no property and no file', async (name) => {
    const bundle = await opened(join(from, `${name}.eln`));
    const path = join(folder, `${name}.eln`);
    const result = await writeBundle(
      bundle.notes.map(({ note, earlier, foreign }) => ({ note, earlier, ...(foreign === null ? {} : { foreign }) })),
      'OFFICIAL',
      path,
      {
        read: async (hash) => {
          if (!bundle.files.has(hash)) return null;
          const read = await bundle.read(hash);
          return read.ok ? read.value : null;
        },
      },
    );
    expect(result).toMatchObject({ ok: true, value: { missing: [] } });
    const again = await opened(path);
    expect(again.notes.map(({ note }) => ({ ...note, marking: null }))).toEqual(
      bundle.notes.map(({ note }) => note).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const byNote = new Map(bundle.notes.map(({ note, foreign }) => [note.id, foreign]));
    for (const { note, foreign } of again.notes) expect(foreign).toEqual(byNote.get(note.id));
    for (const hash of bundle.files.keys()) {
      if (bundle.files.get(hash)?.path !== METADATA) expect(again.files.has(hash)).toBe(true);
    }
    // For programs that do not know our record: nodes and what they say are in the graph too.
    const [before, after] = [await graphOf(join(from, `${name}.eln`)), await graphOf(path)];
    const now = new Map(after.map((node) => [keyOf(String(node['@id'])), node]));
    for (const node of before) {
      const key = keyOf(String(node['@id']));
      const found = now.get(key) ?? now.get(encodeURI(key)) ?? now.get(decodeURI(key));
      expect([key, found !== undefined]).toEqual([key, true]);
      if (key !== '' && key !== METADATA)
        expect(Object.keys(found ?? {})).toEqual(expect.arrayContaining(Object.keys(node)));
    }
    expect(await readFile(path)).not.toHaveLength(0);
  });
});
