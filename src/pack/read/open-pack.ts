import { type ArchiveEffects, archiveEffects } from '#archive/open-archive.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { PackPart } from '#domain/pack/pack-part.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { openArchiveCarrier } from '#pack/carriers/archive-carrier.ts';
import type { Carrier } from '#pack/carriers/carrier.ts';
import { listedFiles } from './listed-files.ts';
import { packParts } from './pack-parts.ts';
import { trustedManifest } from './trusted-manifest.ts';

/** A pack whose directory and manifest were checked; its files are read and verified by `parts`. */
export interface OpenPack {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly pages: number;
  /** Expanded bytes of all files. */
  readonly bytes: number;
  /** Everything in it, verified. May be called again. Throws `ProblemError`. */
  parts(): AsyncGenerator<PackPart, void, undefined>;
  close(): Promise<void>;
}

/** Reads the directory and manifest of a pack in one file, no more: quick enough for a list of offers. */
export const openPack = (path: string, effects: ArchiveEffects = archiveEffects): Promise<Result<OpenPack>> =>
  openCarried(() => openArchiveCarrier(path, effects));

/** The same for a pack on any carrier. */
export async function openCarried(open: () => Promise<Carrier>): Promise<Result<OpenPack>> {
  let carrier: Carrier | undefined;
  try {
    carrier = await open();
    return ok(await look(carrier));
  } catch (error) {
    await carrier?.close();
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
}

async function look(carrier: Carrier): Promise<OpenPack> {
  const trusted = await trustedManifest(carrier);
  const listed = listedFiles(trusted.manifest, carrier);
  return {
    ...trusted,
    size: carrier.size,
    pages: listed.filter(({ file }) => file.kind === 'page').length,
    bytes: listed.reduce((sum, { file }) => sum + file.size, 0),
    parts: () => packParts(carrier, trusted, listed),
    close: () => carrier.close(),
  };
}
