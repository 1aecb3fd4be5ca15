import type { FetchProgress, KeptSize, SourceView } from '#bridge/packs.ts';
import { bridge } from './bridge.ts';
import { sharedValue } from './shared-value.ts';

const sources = sharedValue<readonly SourceView[] | undefined>(undefined);
const kept = sharedValue<readonly KeptSize[]>([]);
const fetching = sharedValue<FetchProgress | null>(null);

/** Once, at the start: how the sources of packs stand is shown everywhere. The answer ends it. */
export function hearSources(from = bridge): () => void {
  const { call, on } = from();
  const ends = [on('sources:changed', sources.set), on('sources:progress', fetching.set)];
  void call['sources:list']().then((answer) => {
    if (answer.ok && sources.get() === undefined) sources.set(answer.value);
  });
  return () => {
    for (const end of ends) end();
  };
}

/** The sources of this laptop; `undefined` until main has told. */
export const useSources = sources.use;

/** As they stand at this moment. */
export const sourcesNow = (): readonly SourceView[] => sources.get() ?? [];

/** What the files of sources take on the disk, by pack. */
export const useKeptSizes = kept.use;
export const setKeptSizes = kept.set;

/** What is being fetched from one of them; `null` for nothing. */
export const useFetching = fetching.use;

/** What was fetched is here, or does not come. */
export const endFetching = (): void => fetching.set(null);
