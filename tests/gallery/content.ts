import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Offer } from '#bridge/packs.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { BROUGHT } from '#support/notes-in.ts';
import { buildOddPack } from '#support/odd-pack.ts';
import { DRAWN, type Seeded, seededNote } from '#support/seed-notes.ts';
import { workedNotes } from '#support/worked-notes.ts';

const STARTERS = fileURLToPath(new URL('../../resources/packs/', import.meta.url));

/** A pack with all its pieces, as main would hand them over. */
export interface GalleryPack {
  readonly offer: Offer;
  readonly parts: readonly PackPart[];
}

export type GalleryNotes = Readonly<Record<'drawn' | 'worked' | 'brought', readonly Seeded[]>>;

async function read(path: string): Promise<GalleryPack> {
  const file = basename(path);
  const opened = await openPack(path);
  if (!opened.ok) throw new Error(`${file}: ${opened.problem.code}`);
  const { manifest, hash, size, pages, bytes } = opened.value;
  const { id, title, version, release, publisher } = manifest;
  const pageIds = manifest.files.flatMap(({ page }) => (page === undefined ? [] : [page]));
  const parts: PackPart[] = [];
  for await (const part of opened.value.parts()) parts.push(part);
  await opened.value.close();
  // As if it had come with the app: nothing is asked about it.
  const head = { id, title, version, release, publisher, hash, origin: 'app' as const, pages, pageIds, bytes };
  return { offer: { ticket: file, file, size, found: { manifest: head } }, parts };
}

/** The packs that come with the app, and the odd one. */
export async function galleryPacks(): Promise<readonly GalleryPack[]> {
  const starters = readdirSync(STARTERS).filter((name) => name.endsWith('.satchel'));
  const paths = [...starters.map((name) => `${STARTERS}${name}`), await buildOddPack()];
  const packs: GalleryPack[] = [];
  for (const path of paths) packs.push(await read(path));
  return packs;
}

export const galleryNotes = (): GalleryNotes => ({
  drawn: [
    ...DRAWN.map((note) => ({ note })),
    { note: seededNote(10, { title: 'Does a second reminder annoy people?' }), binned: true },
  ],
  worked: workedNotes(),
  brought: BROUGHT.map((note) => ({ note })),
});
