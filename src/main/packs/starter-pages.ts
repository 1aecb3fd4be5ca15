import type { PageFile } from '#domain/pack/page-changes.ts';
import { listedPages } from '#pack/read/listed-pages.ts';
import type { openPack } from '#pack/read/open-pack.ts';
import { starterPacks } from './pack-files.ts';

/** The pages of a release that came with the app, by the hash of its manifest; `null` where none has it. */
export type StarterPages = (hash: string) => Promise<readonly PageFile[] | null>;

/** Looks into the files when it is first asked: a start waits for none of it. */
export function openStarterPages(folder: string, open: typeof openPack): StarterPages {
  let all: Promise<ReadonlyMap<string, readonly PageFile[]>> | undefined;
  const read = async (): Promise<ReadonlyMap<string, readonly PageFile[]>> => {
    const found = new Map<string, readonly PageFile[]>();
    for (const path of starterPacks(folder)) {
      const opened = await open(path);
      if (!opened.ok) continue;
      found.set(opened.value.hash, listedPages(opened.value.manifest.files));
      await opened.value.close();
    }
    return found;
  };
  return async (hash) => {
    all ??= read();
    return (await all).get(hash) ?? null;
  };
}
