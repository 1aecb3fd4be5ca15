import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenBundle, openBundle } from '#bundle/open-bundle.ts';
import { writeBundle } from '#bundle/write-bundle.ts';
import { samePathKey } from '#domain/archive/entry-path.ts';
import { highestMarking, type Marking } from '#domain/bundle/marking.ts';
import { visibleNote } from '#domain/bundle/visible-note.ts';
import { normal } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import { visibleText } from '#markdown/invisible.ts';
import { temporaryFolder } from '#support/make-pack.ts';
import { anyNote, FILE_NAMES, madeFiles, sampleNote, sha256 } from '#support/notes-made.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
const open: OpenBundle[] = [];
afterAll(async () => {
  for (const bundle of open) await bundle.close();
  await folder.remove();
});

const source = { read: async (hash: string) => madeFiles.get(hash) ?? null };

async function written(notes: readonly Note[], marking: Marking = 'OFFICIAL', name = 'notes.eln') {
  const path = join(folder.path, name);
  const result = await writeBundle(
    notes.map((note) => ({ note, earlier: [] })),
    marking,
    path,
    source,
  );
  if (!result.ok) throw new Error(result.problem.code);
  return { path, ...result.value };
}

async function opened(path: string) {
  const result = await openBundle(path);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  open.push(result.value);
  return result.value;
}

const byId = (a: Note, b: Note): number => (a.id < b.id ? -1 : 1);

describe('X1 a bundle of ours', () => {
  test('X1 export then import gives equal notes, with the marking raised to the one chosen', {
    timeout: 120_000,
  }, async () => {
    const bundles = fc.uniqueArray(anyNote, { maxLength: 4, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(bundles, fc.constantFrom<Marking>('OFFICIAL', 'OFFICIAL-SENSITIVE'), async (notes, marking) => {
        const { path } = await written(notes, marking);
        const bundle = await opened(path);
        const raised = notes.map((note) => ({ ...note, marking: highestMarking([note.marking, marking]) }));
        const seen = raised.sort(byId).map((note) => visibleNote(note, visibleText));
        expect(bundle.notes.map(({ note }) => note)).toEqual(seen.map(({ note }) => note));
        expect(bundle.notes.every(({ from, foreign }) => from === 'record' && foreign === null)).toBe(true);
        expect(bundle.warnings.map(({ code }) => code)).toEqual(
          seen.filter(({ hidden }) => hidden > 0).map(() => 'hidden-characters'),
        );
        for (const { sha256: hash } of notes.flatMap(({ files }) => files)) {
          const read = await bundle.read(hash);
          expect(read.ok && sha256(read.value)).toBe(hash);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('X1 the same notes give the same bytes, in any order', async () => {
    const notes = [sampleNote(), sampleNote({ id: '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7', title: 'Another' })];
    const one = await readFile((await written(notes, 'OFFICIAL', 'one.eln')).path);
    await written([...notes].reverse(), 'OFFICIAL', 'one.eln');
    expect(sha256(await readFile(join(folder.path, 'one.eln')))).toBe(sha256(one));
  });

  test('no notes, and 500 notes', { timeout: 120_000 }, async () => {
    expect((await opened((await written([])).path)).notes).toEqual([]);
    const many = Array.from({ length: 500 }, (_, at) =>
      sampleNote({ id: `0192f0c1-2b3c-7d4e-8f50-${String(at).padStart(12, '0')}` }),
    );
    expect((await opened((await written(many)).path)).notes.length).toBe(500);
  });

  test('more notes than one bundle takes are not written', async () => {
    const many = Array.from({ length: 5_001 }, (_, at) =>
      sampleNote({ id: `0192f0c1-2b3c-7d4e-8f50-${String(at).padStart(12, '0')}` }),
    );
    const result = await writeBundle(
      many.map((note) => ({ note, earlier: [] })),
      'OFFICIAL',
      join(folder.path, 'many.eln'),
      source,
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'bundle-too-large', file: 'many.eln' } });
    await expect(readFile(join(folder.path, 'many.eln'))).rejects.toThrow();
  }, 60_000);

  test('files have names that every system takes, each its own', async () => {
    const files = [...madeFiles.keys()].map((hash, at) => ({
      sha256: hash,
      name: FILE_NAMES[at] ?? '',
      type: 'image/png',
      size: 6,
      alt: '',
    }));
    const bundle = await opened((await written([sampleNote({ files })])).path);
    const paths = [...bundle.files.values()].map(({ path }) => path);
    expect(new Set(paths.map(samePathKey)).size).toBe(paths.length);
    for (const path of paths)
      expect(path).toMatch(/^[a-z0-9-]+\/(?!\.)(?!(?:con|nul)(?:\.|$))[^\\/:*?"<>|]*[^\\/:*?"<>|. ]$|^ro-crate/i);
    expect(bundle.notes[0]?.note.files.map(({ name }) => name)).toEqual(FILE_NAMES.slice(0, files.length));
  });

  test('bytes that are not at hand are named and left out; the note is whole', async () => {
    const lost = { sha256: 'f'.repeat(64), name: 'lost.png', type: 'image/png', size: 1, alt: '' };
    const { path, missing } = await written([sampleNote({ files: [lost] })]);
    expect(missing).toEqual(['lost.png']);
    const bundle = await opened(path);
    expect(bundle.notes[0]?.note.files).toEqual([lost]);
    expect(bundle.warnings).toEqual([{ code: 'file-missing', path: 'lost.png' }]);
  });

  test('a folder that cannot be written to is a problem, and nothing is left there', async () => {
    const path = join(await folder.write('a-file', 'x'), 'notes.eln');
    const result = await writeBundle([{ note: sampleNote(), earlier: [] }], 'OFFICIAL', path, source);
    expect(result).toEqual({ ok: false, problem: { code: 'file-unwritable', file: 'notes.eln' } });
  });

  test('a file of somebody else that lies beside it is not written over', async () => {
    const theirs = await folder.write('beside.eln.part', 'a download of theirs');
    await written([sampleNote()], 'OFFICIAL', 'beside.eln');
    expect(await readFile(theirs, 'utf8')).toBe('a download of theirs');
    expect((await readdir(folder.path)).filter((name) => name.startsWith('satchel-'))).toEqual([]);
  });

  test('what would be too much to read again is written leaner, or refused in words', async () => {
    const cited = (id: string, count: number): Note =>
      sampleNote({
        id: `0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f${id}`,
        citations: Array.from({ length: count }, (_, at) => ({
          id: `c${at}`,
          pack: 'engage-early',
          packTitle: 'Engage early',
          version: '1',
          release: 1,
          page: 'keep-it-fair',
          section: 's',
          title: 'T',
          heading: '',
          hash: 'a'.repeat(64),
          quote: `${at} ${sha256(String(at))}`.repeat(585),
          at: '2026-11-20T09:00:00.000Z',
        })),
      });
    const notes = [cited('1', 230), cited('2', 230)];
    const bundle = await opened((await written(notes, 'OFFICIAL', 'long.eln')).path);
    expect(bundle.notes.map(({ note }) => note)).toEqual(notes.map((note) => ({ ...note, marking: 'OFFICIAL' })));
    const result = await writeBundle(
      [{ note: cited('3', 500), earlier: [] }],
      'OFFICIAL',
      join(folder.path, 'longer.eln'),
      source,
    );
    expect(result).toEqual({ ok: false, problem: { code: 'bundle-too-large', file: 'longer.eln', limit: '16 MB' } });
  }, 60_000);

  test('a repetitive note is not taken for a bomb', async () => {
    const bundle = await opened((await written([sampleNote({ text: 'a'.repeat(400_000) })])).path);
    expect(bundle.notes[0]?.note.text.length).toBe(400_000);
  });
});

test('X6 a marking that only a newer Satchel knows is told of in its own words where the note arrives', async () => {
  const note = normal({ ...sampleNote(), shape: SHAPE + 1, marking: 'SECRET' });
  if (!note) throw new Error('not read');
  const { path } = await written([note], 'OFFICIAL', 'secret.eln');
  const { warnings } = await opened(path);
  expect(warnings).toContainEqual({ code: 'marking-unknown', note: note.title, marking: 'SECRET' });
});
