import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { type FileToPack, packEntries } from '#pack/write/pack-entries.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import {
  forgeZip,
  imageFile,
  makeEntries,
  makePack,
  PNG,
  packHead,
  pageBody,
  pageFile,
  sampleFiles,
  temporaryFolder,
} from '#support/make-pack.ts';
import { refusal, takePack } from './outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const lines = (part: PackPart): string[] =>
  part.part === 'pages' ? Buffer.from(part.bytes).toString().trimEnd().split('\n') : [];

describe('a right pack', () => {
  test('comes back as it was packed', async () => {
    const files = sampleFiles(5);
    const { parts } = await takePack(await folder.write('right.satchel', await makePack(files)));
    expect(parts.map((part) => part.part)).toEqual(['manifest', 'glossary', 'pages', 'images', 'end']);
    const pages = parts.flatMap(lines);
    expect(pages.map((page) => JSON.parse(page).meta.id)).toEqual(['page-1', 'page-2', 'page-3', 'page-4', 'page-5']);
    expect(parts.find((part) => part.part === 'images')?.images).toMatchObject([{ type: 'image/png', bytes: PNG }]);
    const last = parts.at(-1);
    expect(last).toMatchObject({ done: last?.total, total: files.reduce((sum, { bytes }) => sum + bytes.length, 0) });
  });

  test('B6 says of itself nothing that cannot be seen', async () => {
    const head = {
      title: 'Te\u202est',
      publisher: 'U\u2066s',
      version: '1\u200b',
      summary: '\u202ea',
      notes: 'n\u2069',
    };
    const opened = await openPack(await folder.write('turned.satchel', await makePack(undefined, head)));
    if (!opened.ok) throw new Error(opened.problem.code);
    const { manifest, close } = opened.value;
    expect(manifest).toMatchObject({ title: 'Test', publisher: 'Us', version: '1', summary: 'a', notes: 'n' });
    await close();
    const hidden = await openPack(await folder.write('hidden.satchel', await makePack(undefined, { title: '\u200b' })));
    expect(hidden).toMatchObject({ ok: false, problem: { code: 'pack-damaged' } });
    const named = await openPack(await folder.write('no\u202epack.satchel', Buffer.from('words')));
    expect(named).toMatchObject({ ok: false, problem: { file: 'nopack.satchel' } });
  });

  test('is told from its directory and manifest alone', async () => {
    const bytes = await makePack();
    // Every blob is spoilt: the offer is made all the same, the parts are not.
    const path = await folder.write(
      'offer.satchel',
      Buffer.concat([Buffer.alloc(bytes.indexOf('targets/') - 30), bytes.subarray(bytes.indexOf('targets/') - 30)]),
    );
    const opened = await openPack(path);
    expect(opened).toMatchObject({ ok: true, value: { pages: 3, manifest: { id: 'test-pack' }, size: bytes.length } });
    if (opened.ok) await opened.value.close();
    expect(refusal(await takePack(path))).toBe('pack-damaged');
  });

  test('gives its parts twice, and closes its file', async () => {
    const opened = await openPack(await folder.write('twice.satchel', await makePack()));
    if (!opened.ok) throw new Error(opened.problem.code);
    const count = async (): Promise<number> => {
      let parts = 0;
      for await (const _ of opened.value.parts()) parts += 1;
      return parts;
    };
    expect(await count()).toBe(await count());
    await opened.value.close();
    await expect(count()).rejects.toThrow();
  });

  test('gives pages in bounded parts, one larger page alone', async () => {
    const words = 'guidance '.repeat(6_000);
    const bodies = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => pageBody(id, `${words}${id}`));
    const large = pageBody('large', Array.from({ length: 40_000 }, (_, at) => `word${at}`).join(' '));
    const files = [...bodies, large].map(pageFile);
    const { parts } = await takePack(await folder.write('bounded.satchel', await makePack(files)));
    const pages = parts.filter((part) => part.part === 'pages');
    expect(pages.length).toBeGreaterThan(3);
    for (const part of pages) {
      if (part.bytes.length > LIMITS.packPart) expect(lines(part)).toHaveLength(1);
    }
    expect(pages.flatMap(lines)).toHaveLength(7);
    expect(pages.every((part, at) => at === 0 || part.done > (pages[at - 1]?.done ?? 0))).toBe(true);
  });

  test('gives pictures together in bounded parts, a larger one alone', async () => {
    const sizes = [90_000, 90_000, 90_000, 400_000, 10];
    const pictures = sizes.map((size, at) => ({
      ...imageFile,
      path: `images/${at}.png`,
      bytes: Buffer.concat([PNG, randomBytes(size)]),
    }));
    const { parts } = await takePack(
      await folder.write('pictures.satchel', await makePack([...sampleFiles(), ...pictures])),
    );
    const taken = parts.flatMap((part) =>
      part.part === 'images' ? [part.images.map(({ bytes }) => bytes.length)] : [],
    );
    expect(taken.flat()).toHaveLength(6);
    expect(taken.length).toBeLessThan(5);
    for (const together of taken) {
      const size = together.reduce((sum, one) => sum + one, 0);
      expect(together.length === 1 || size <= LIMITS.packPart).toBe(true);
    }
  });

  test('keeps two pictures of the same bytes once', async () => {
    const twin = { ...imageFile, path: 'images/twin.png' };
    const { parts } = await takePack(await folder.write('twin.satchel', await makePack([...sampleFiles(), twin])));
    expect(parts.flatMap((part) => (part.part === 'images' ? part.images : []))).toHaveLength(1);
    expect(parts[0]?.part === 'manifest' && parts[0].manifest.files).toHaveLength(6);
  });

  test('may hold what would compress beyond the ratio that is allowed', async () => {
    const same = pageFile(pageBody('same', 'a'.repeat(1_000_000)));
    const { parts } = await takePack(await folder.write('same.satchel', await makePack([same])));
    expect(parts.flatMap(lines)[0]).toHaveLength(same.bytes.length);
  });

  test('has the same bytes whatever the order of its files', async () => {
    const files = sampleFiles(9);
    expect((await makePack([...files].reverse())).equals(await makePack(files))).toBe(true);
  });

  test('written by the writer reads the same, and the writer tells size and hash', async () => {
    const { entries, hash } = await packEntries(packHead, sampleFiles());
    const path = join(folder.path, 'deep/er/written.satchel');
    const written = await writeArchive(entries, path);
    const opened = await openPack(path);
    expect(opened).toMatchObject({ ok: true, value: { hash, size: written.size } });
    if (opened.ok) await opened.value.close();
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(written.sha256);
    expect('problem' in (await takePack(path))).toBe(false);
  });

  test('may carry the metadata of a signed source, which is not read yet', async () => {
    const entries = [...(await makeEntries()), { name: 'metadata/1.root.json', bytes: Buffer.from('{}') }];
    expect(refusal(await takePack(await folder.write('meta.satchel', forgeZip(entries))))).toBe('none');
  });
});

describe('glossaries', () => {
  const glossary = (at: number, terms: number, meaning = ''): FileToPack => ({
    path: `data/glossary-${at}.json`,
    kind: 'glossary',
    type: 'application/json',
    bytes: Buffer.from(
      JSON.stringify(
        Array.from({ length: terms }, (_, no) => ({ term: `T${at}-${no}`, expansion: '', meaning, see_also: [] })),
      ),
    ),
  });
  const outcome = async (name: string, ...files: readonly FileToPack[]) =>
    takePack(await folder.write(name, await makePack([...sampleFiles(), ...files])));

  test('B2: several of them together have no more terms than one may', async () => {
    const files = [glossary(1, 2_500), glossary(2, 2_500)];
    expect(await outcome('terms.satchel', ...files)).toMatchObject({
      problem: { code: 'pack-too-large', limit: '5,000 terms in its glossary' },
    });
  });

  test('B2: several of them together are no larger than one may be', async () => {
    const files = [1, 2, 3].map((at) => glossary(at, 200, 'x'.repeat(1_900)));
    expect(await outcome('size.satchel', ...files)).toMatchObject({
      problem: { code: 'pack-too-large', limit: '1 MB of glossary' },
    });
  });
});

describe('what cannot be read', () => {
  test('a missing file, a folder and an unreadable handle are one refusal', async () => {
    const path = join(folder.path, 'absent.satchel');
    expect(await openPack(path)).toEqual({ ok: false, problem: { code: 'file-unreadable', file: 'absent.satchel' } });
    expect(refusal(await takePack(folder.path))).toBe('file-unreadable');
    const refusing = { open: () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })) };
    expect(await openPack(path, refusing)).toMatchObject({ problem: { code: 'file-unreadable' } });
  });

  test('a file larger than the limit is not looked into', async () => {
    const path = join(folder.path, 'huge.satchel');
    await writeFile(path, '');
    await truncate(path, LIMITS.packFile + 1);
    expect(await openPack(path)).toMatchObject({ problem: { code: 'pack-too-large', limit: '500 MB' } });
  });

  test('a refused file is closed again', async () => {
    const bytes = await makePack();
    bytes[bytes.indexOf('"format"')] = 0;
    const handles: FileHandle[] = [];
    const opening = {
      open: async (path: string) => {
        const handle = await open(path, 'r');
        handles.push(handle);
        return handle;
      },
    };
    for (const content of [bytes, Buffer.from('text')]) {
      expect((await openPack(await folder.write('closed.satchel', content), opening)).ok).toBe(false);
    }
    expect(handles.map(({ fd }) => fd)).toEqual([-1, -1]);
  });

  test.each([
    ['nothing', '', 'pack-truncated'],
    ['text', 'Once upon a time', 'not-a-pack'],
    ['a PDF', '%PDF-1.7\n', 'not-a-pack'],
    ['the first bytes of an archive', 'PK\u0003\u0004', 'pack-truncated'],
  ])('%s', async (_, bytes, code) => {
    expect(refusal(await takePack(await folder.write('other.satchel', bytes)))).toBe(code);
  });
});
