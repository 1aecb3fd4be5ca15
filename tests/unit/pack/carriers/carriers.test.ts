import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { compressBlob, sha256 } from '#pack/blob.ts';
import { openArchiveCarrier } from '#pack/carriers/archive-carrier.ts';
import type { Carrier } from '#pack/carriers/carrier.ts';
import { folderEffects, openFolderCarrier } from '#pack/carriers/folder-carrier.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { openCarried } from '#pack/read/open-pack.ts';
import type { PackEntry } from '#pack/write/pack-entries.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import { writeFolder } from '#pack/write/write-folder.ts';
import { forgeZip, makeEntries, sampleFiles, temporaryFolder } from '#support/make-pack.ts';
import { refusal, takeOpened } from '../read/outcome.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let right: readonly PackEntry[];
let other: readonly PackEntry[];
let unlisted: PackEntry;
beforeAll(async () => {
  folder = await temporaryFolder();
  right = await makeEntries();
  other = await makeEntries(sampleFiles(1));
  const bytes = Buffer.from('unlisted');
  unlisted = { name: blobEntryName(sha256(bytes)), bytes: await compressBlob(bytes, 'application/json') };
});
afterAll(() => folder.remove());

let made = 0;

/** How a pack is laid onto each carrier, by somebody who means no good, and how it is opened. */
const CARRIERS = {
  archive: {
    lay: async (entries: readonly PackEntry[]): Promise<string> => folder.write(`${made++}.satchel`, forgeZip(entries)),
    open: (path: string): Promise<Carrier> => openArchiveCarrier(path),
    write: (entries: readonly PackEntry[], path: string): Promise<unknown> => writeArchive(entries, path),
  },
  folder: {
    async lay(entries: readonly PackEntry[]): Promise<string> {
      const path = join(folder.path, `${made++}`);
      await mkdir(path);
      for (const { name, bytes } of entries) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), bytes);
      }
      return path;
    },
    open: (path: string): Promise<Carrier> => openFolderCarrier(path),
    write: (entries: readonly PackEntry[], path: string): Promise<unknown> => writeFolder(entries, path),
  },
};

const isManifest = ({ name }: PackEntry): boolean => name.startsWith('targets/');
const file = (name: string): PackEntry => ({ name, bytes: Buffer.from('x') });
/** The first blob, changed. */
const spoilt = (change: (bytes: Buffer) => Buffer): readonly PackEntry[] =>
  right.map((entry, at) => (at === 0 ? { ...entry, bytes: change(entry.bytes) } : entry));

const HAZARDS: readonly (readonly [string, () => readonly PackEntry[], string])[] = [
  ['nothing', () => [], 'not-a-pack'],
  ['no manifest', () => right.filter((entry) => !isManifest(entry)), 'not-a-pack'],
  ['two manifests', () => [...right, ...other.filter(isManifest)], 'pack-damaged'],
  [
    'a manifest whose name is not its hash',
    () =>
      right.map((entry) =>
        isManifest(entry) ? { ...entry, name: manifestEntryName('test-pack', 'f'.repeat(64)) } : entry,
      ),
    'pack-damaged',
  ],
  ['something else', () => [file('holiday/beach.txt')], 'not-a-pack'],
  ['a file that is missing', () => right.slice(1), 'pack-damaged'],
  ['a file that nobody listed', () => [...right, unlisted], 'pack-unsafe unlisted-file'],
  ['a file that no pack has', () => [...right, file('a.md')], 'pack-unsafe unlisted-file'],
  ['a file deeper than any', () => [...right, file('blobs/00/a/b/c/d/e.br')], 'pack-unsafe unlisted-file'],
  ['a changed byte', () => spoilt((bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(7)])), 'pack-damaged'],
  ['a file that is cut', () => spoilt((bytes) => bytes.subarray(0, -3)), 'pack-damaged'],
  ['bytes behind a file', () => spoilt((bytes) => Buffer.concat([bytes, Buffer.alloc(8)])), 'pack-damaged'],
  [
    'far more bytes than were listed',
    () => spoilt((bytes) => Buffer.concat([bytes, Buffer.alloc(50_000)])),
    'pack-unsafe size-lie',
  ],
  ['a twin in other letters', () => [...right, file((right[0]?.name ?? '').toUpperCase())], 'pack-unsafe duplicate'],
  ['twins in another form', () => [file('caf\u00e9'), file('cafe\u0301')], 'pack-unsafe duplicate'],
  ...['a\\b', 'a:b', '~a', 'a. ', 'nul.txt', 'a\u202egpj.exe', 'a\u200bb', 'a\u0007'].map(
    (name) => [`the name ${JSON.stringify(name)}`, () => [...right, file(name)], 'pack-unsafe name'] as const,
  ),
];

describe.each(Object.entries(CARRIERS))('a pack on a carrier: %s', (_, { lay, open, write }) => {
  const outcomeOf = async (path: string) => takeOpened(await openCarried(() => open(path)));

  test('F2 a right pack comes whole, as its writer lays it too', async () => {
    const forged = await outcomeOf(await lay(right));
    const path = join(folder.path, `written-${made++}`);
    await write(right, path);
    const written = await outcomeOf(path);
    expect(refusal(forged)).toBe('none');
    expect(written).toEqual(forged);
    expect(forged.parts.map(({ part }) => part)).toEqual(['manifest', 'glossary', 'pages', 'images', 'end']);
  });

  test('may carry the metadata of a signed source, which is not read yet', async () => {
    expect(refusal(await outcomeOf(await lay([...right, file('metadata/1.root.json')])))).toBe('none');
  });

  test.each(HAZARDS)('F2 %s', async (_, entries, expected) => {
    expect(refusal(await outcomeOf(await lay(entries())))).toBe(expected);
  });

  test('what is not there, or is something else, is one refusal', async () => {
    expect(refusal(await outcomeOf(join(folder.path, 'absent')))).toBe('file-unreadable');
    const [others] = Object.values(CARRIERS).filter((carrier) => carrier.lay !== lay);
    expect(refusal(await outcomeOf((await others?.lay(right)) ?? ''))).toBe('file-unreadable');
  });

  test('an entry of another carrier is a bug', async () => {
    const [one, two] = [await open(await lay(right)), await open(await lay(right))];
    const [entry] = two.entries;
    await expect((async () => entry && one.read(entry, 'a'))()).rejects.toThrow(TypeError);
    await one.close();
    await two.close();
  });
});

test('both carriers give the same entries', async () => {
  const of = async ({ lay, open }: (typeof CARRIERS)['archive']): Promise<unknown> => {
    const carrier = await open(await lay(right));
    await carrier.close();
    return [...carrier.entries].map((entry) => JSON.stringify(entry)).sort();
  };
  expect(await of(CARRIERS.folder)).toEqual(await of(CARRIERS.archive));
});

describe('a folder', () => {
  const refusalOf = async (path: string, effects = folderEffects): Promise<string> =>
    refusal(await takeOpened(await openCarried(() => openFolderCarrier(path, effects))));

  test('F2 a link, wherever it leads, is not followed', async () => {
    for (const to of ['/etc', '/etc/passwd', '/dev/zero', 'nowhere', '.']) {
      const path = await CARRIERS.folder.lay(right);
      await symlink(to, join(path, 'metadata'));
      expect(await refusalOf(path)).toBe('pack-unsafe symlink');
    }
  });

  test('F2 files without end, or of more bytes than a pack has', async () => {
    const path = await CARRIERS.folder.lay(right);
    const many = Array.from({ length: LIMITS.archiveEntries + 1 }, (_, at) => `${at}`);
    const aFile = await folderEffects.look(join(path, right[0]?.name ?? ''));
    const endless = { ...folderEffects, names: async () => many, look: async () => aFile };
    expect(await refusalOf(path, endless)).toBe('pack-unsafe too-many-entries');
    const look = async (at: string) =>
      Object.assign(await folderEffects.look(at), at.endsWith('.br') ? { size: LIMITS.packFile } : {});
    expect(await refusalOf(path, { ...folderEffects, look })).toBe('pack-too-large');
  });

  test('F2 a file that grows or shrinks after it was counted', async () => {
    for (const text of ['', 'x'.repeat(5_000)]) {
      const path = await CARRIERS.folder.lay(right);
      const opened = await openCarried(() => openFolderCarrier(path));
      await writeFile(join(path, right[0]?.name ?? ''), text);
      expect(refusal(await takeOpened(opened))).toBe('pack-damaged');
    }
  });
});
