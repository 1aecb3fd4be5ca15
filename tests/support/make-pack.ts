import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { canonicalJson } from '#domain/canonical.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PageBody } from '#domain/pack/page.ts';
import { type FileToPack, type PackEntry, packEntries } from '#pack/write/pack-entries.ts';

/** What the manifest of a made pack says, unless told otherwise. */
export const packHead: Omit<Manifest, 'format' | 'files'> = {
  id: 'test-pack',
  release: 1,
  version: '2026.11',
  title: 'Test pack',
  publisher: 'Test publisher',
  language: 'en-GB',
  licence: 'CC0-1.0',
  created: '2026-11-23',
  marking: 'OFFICIAL',
  redirects: [],
};

/** A page with a lead and one section. */
export function pageBody(id: string, words = `Words of ${id}.`): PageBody {
  const meta = { id, path: `pages/${id}.md`, title: `Page ${id}`, words: 3, extra: {} };
  const lists = { stage: [], audience: [], ask: [], tags: [], sources: [], related: [] };
  return {
    meta: { ...meta, ...lists },
    sections: [
      { id: '', heading: `Page ${id}`, level: 1, text: words },
      { id: 'next', heading: 'Next', level: 2, text: `${words} Again.` },
    ],
    tree: {
      type: 'root',
      children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: words }] }],
    },
  };
}

export function pageFile(body: PageBody): FileToPack {
  return {
    path: body.meta.path,
    kind: 'page',
    type: 'application/json',
    page: body.meta.id,
    sections: body.sections.map((section) => section.id),
    bytes: Buffer.from(canonicalJson(body)),
  };
}

/** A white dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj3mgAAAABJRU5ErkJggg==',
  'base64',
);

export const imageFile: FileToPack = { path: 'images/dot.png', kind: 'image', type: 'image/png', bytes: PNG };

const glossaryFile: FileToPack = {
  path: 'data/glossary.json',
  kind: 'glossary',
  type: 'application/json',
  bytes: Buffer.from('[{"expansion":"outline business case","meaning":"","see_also":[],"term":"OBC"}]'),
};

/** Pages `page-1`, `page-2` …, one picture and a glossary. */
export function sampleFiles(pages = 3): readonly FileToPack[] {
  const bodies = Array.from({ length: pages }, (_, at) => pageFile(pageBody(`page-${at + 1}`)));
  return [...bodies, imageFile, glossaryFile];
}

/** The entries of a right pack. */
export async function makeEntries(
  files: readonly FileToPack[] = sampleFiles(),
  head: Partial<typeof packHead> = {},
): Promise<readonly PackEntry[]> {
  return (await packEntries({ ...packHead, ...head }, files)).entries;
}

/** The bytes of a right pack. */
export async function makePack(
  files: readonly FileToPack[] = sampleFiles(),
  head: Partial<typeof packHead> = {},
): Promise<Buffer> {
  return forgeZip(await makeEntries(files, head));
}

/** An entry whose headers may say what is not so. */
export interface ForgedEntry {
  /** Text as UTF-8, or its bytes. */
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc?: number;
  readonly method?: number;
  /** Bytes it says it has when expanded. */
  readonly size?: number;
  /** Bytes it says it has in the archive. */
  readonly packed?: number;
  readonly flags?: number;
  readonly mode?: number;
  /** Where it says it lies. */
  readonly offset?: number;
  readonly extra?: Uint8Array;
}

/** A ZIP made by hand. `count` and `directory` are what its end says of the number and place of its entries. */
export function forgeZip(
  entries: readonly ForgedEntry[],
  end: { readonly count?: number; readonly directory?: number; readonly before?: Uint8Array } = {},
): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const local = Buffer.alloc(30);
    const central = Buffer.alloc(46);
    local.writeUInt32LE(0x04034b50, 0);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x033f, 4);
    for (const [header, from] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, from);
      header.writeUInt16LE(entry.flags ?? 0x800, from + 2);
      header.writeUInt16LE(entry.method ?? 0, from + 4);
      header.writeUInt16LE(0x21, from + 8);
      header.writeUInt32LE((entry.crc ?? crc32(entry.bytes)) >>> 0, from + 10);
      header.writeUInt32LE(entry.packed ?? entry.bytes.length, from + 14);
      header.writeUInt32LE(entry.size ?? entry.bytes.length, from + 18);
      header.writeUInt16LE(name.length, from + 22);
    }
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.offset ?? at, 42);
    parts.push(local, name, entry.bytes);
    directory.push(central, name, extra);
    at += local.length + name.length + entry.bytes.length;
  }
  const central = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(Math.min(end.count ?? entries.length, 0xffff), 8);
  last.writeUInt16LE(Math.min(end.count ?? entries.length, 0xffff), 10);
  last.writeUInt32LE(central.length, 12);
  last.writeUInt32LE(end.directory ?? at, 16);
  return Buffer.concat([...parts, central, end.before ?? Buffer.alloc(0), last]);
}

/** Zip64's end record and locator, to be put `before` the end: they say how many entries there are and where. */
export function zip64End(count: number, directory: number, at: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(directory), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(at), 64);
  return bytes;
}

/** A folder of its own under the system's temporary one; `remove` takes it away again. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly write: (name: string, bytes: Uint8Array | string) => Promise<string>;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'satchel-test-'));
  return {
    path,
    write: async (name, bytes) => {
      await writeFile(join(path, name), bytes);
      return join(path, name);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
