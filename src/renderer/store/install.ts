import type { Bridge, Offer } from '#bridge/calls.ts';
import type { Result } from '#domain/result.ts';
import type { InstalledPack } from './db.ts';

/** Expanded bytes that are stored, of all. */
export interface InstallProgress {
  readonly done: number;
  readonly total: number;
}

export interface InstallOptions {
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Stops the installation; what was installed before stays. */
  readonly signal?: AbortSignal;
}

/**
 * Reads an offered pack through main into the store. Installations wait for each other. Until the last step nothing
 * that was installed changes. Problems: what main refuses, `pack-same`, `pack-older`, `pack-not-newer`,
 * `pack-damaged`, `pack-empty`, `pack-stopped`, `no-space`, `store-unavailable`.
 */
export async function installPack(
  _offer: Offer,
  _from: Bridge,
  _options: InstallOptions = {},
): Promise<Result<InstalledPack>> {
  throw new Error('Not built yet');
}

/** Takes a pack off the laptop. What a person did with its pages (bookmarks, ticks) stays. */
export async function removePack(_id: string): Promise<Result<null>> {
  throw new Error('Not built yet');
}
