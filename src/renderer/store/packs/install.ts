import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import { blobsOf } from '#domain/pack-part.ts';
import { type Result, refuse } from '#domain/result.ts';
import { createAsker } from '#kit/worker-port.ts';
import { startWorker } from '#kit/worker-url.ts';
import type { InstalledPack } from '../db.ts';
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
 * `pack-damaged`, `pack-empty`, `pack-stopped`, `no-space`, `store-unavailable`.
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
    const stored = await ask({ do: 'part', file, part }, [...buffers]);
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

/** Takes a pack off the laptop. What a person did with its pages (bookmarks, ticks) stays. */
export async function removePack(id: string, ask: Ask = askWorker): Promise<Result<null>> {
  const answer = await ask({ do: 'remove', pack: id });
  return answer.ok ? { ok: true, value: null } : answer;
}
