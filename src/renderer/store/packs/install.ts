import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import type { PackOrigin } from '#domain/pack/pack-origin.ts';
import { blobsOf } from '#domain/pack/pack-part.ts';
import { type Result, refuse } from '#domain/result.ts';
import { createAsker } from '#kit/worker-port.ts';
import { startWorker } from '#kit/worker-url.ts';
import type { InstalledPack, ReleaseKey } from '../db.ts';
import workerUrl from './install.worker.ts?worker&url';
import type { InstallAnswer, InstallRequest } from './install-messages.ts';

/** Expanded bytes that are stored, of all. */
interface InstallProgress {
  readonly done: number;
  readonly total: number;
}

export interface InstallOptions {
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Stops the installation; what was installed before stays. */
  readonly signal?: AbortSignal;
}

type Ask = (request: InstallRequest, transfer?: Transferable[]) => Promise<InstallAnswer>;

let asker: Ask | undefined;

/** The worker starts with the first request and stays. */
const askWorker: Ask = (request, transfer) => {
  asker ??= createAsker<InstallRequest, InstallAnswer>(startWorker(workerUrl));
  return asker(request, transfer);
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads an offered pack through main into the store. Installations wait for each other. Until the last step nothing
 * that was installed changes. Problems: what main refuses, `pack-same`, `pack-older`, `pack-not-newer`,
 * `pack-came-with-app`, `pack-of-source`, `pack-other-publisher`, `pack-damaged`, `pack-empty`, `pack-stopped`, `no-space`, `store-unavailable`.
 */
export function installPack(
  offer: Offer,
  from: Bridge,
  options: InstallOptions = {},
  ask: Ask = askWorker,
): Promise<Result<InstalledPack>> {
  const installed = turn.then(() => install(offer, from, options, ask));
  turn = installed.catch(() => undefined);
  return installed;
}

async function install(
  { ticket, file, found }: Offer,
  { call }: Bridge,
  { onProgress, signal }: InstallOptions,
  ask: Ask,
): Promise<Result<InstalledPack>> {
  if ('problem' in found) return refuse(found.problem);
  let next = call['packs:part'](ticket);
  for (;;) {
    const answer = await next;
    if (signal?.aborted) {
      await Promise.all([call['packs:stop'](ticket), ask({ do: 'drop' })]);
      return refuse({ code: 'pack-stopped', pack: found.manifest.title });
    }
    if (!answer.ok) {
      await ask({ do: 'drop' });
      return answer;
    }
    const part = answer.value;
    // Main reads the next part while this one is stored.
    if (part.part !== 'end') next = call['packs:part'](ticket);
    const buffers = new Set(blobsOf(part).map(({ buffer }) => buffer as ArrayBuffer));
    const stored = await ask({ do: 'part', file, origin: found.manifest.origin, part }, [...buffers]);
    if (!stored.ok) {
      await next;
      await call['packs:stop'](ticket);
      return refuse(stored.problem);
    }
    onProgress?.({ done: part.done, total: part.total });
    if (stored.pack) return { ok: true, value: stored.pack };
    if (part.part === 'end') throw new Error('The last part did not end the installation');
  }
}

/** Takes a pack off the laptop, all its releases. What a person did with its pages (bookmarks, ticks) stays. */
export async function removePack(id: string, ask: Ask = askWorker): Promise<Result<null>> {
  const answer = await ask({ do: 'remove', pack: id });
  return answer.ok ? { ok: true, value: null } : answer;
}

/**
 * Goes to the other release of a pack, `to`: back to the one before, or forward again. Problems: `pack-release-gone`,
 * `store-unavailable`, `no-space`.
 */
export async function turnTo(pack: string, to: ReleaseKey, ask: Ask = askWorker): Promise<Result<InstalledPack>> {
  const answer = await ask({ do: 'turn', pack, to });
  if (!answer.ok) return answer;
  if (!answer.pack) throw new Error('The worker did not say which release counts now');
  return { ok: true, value: answer.pack };
}

/** A release that is here is known to come from somewhere that says more of it than a file does. */
export async function vouchFor(
  pack: string,
  hash: string,
  origin: PackOrigin,
  ask: Ask = askWorker,
): Promise<Result<null>> {
  const answer = await ask({ do: 'vouch', pack, hash, origin });
  return answer.ok ? { ok: true, value: null } : answer;
}
