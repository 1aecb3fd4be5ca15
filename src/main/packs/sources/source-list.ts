import { join } from 'node:path';
import { type PackSource, sourcesSchema } from '#domain/pack/source.ts';
import { type FileEffects, fileEffects, readJson, writeJson } from '../../boot/json-file.ts';

/** The sources of this laptop, in one file that is written whole. */
export interface SourceList {
  all(): readonly PackSource[];
  find(id: string): PackSource | undefined;
  /** Adds it, or takes the place of the one with its id. @throws what the disk said */
  put(source: PackSource): void;
  /** @throws what the disk said */
  remove(id: string): void;
  /** Lets the next start ask a server, and no other after it unless one is a source by then. @throws what the disk said */
  letNextAsk(): void;
}

/** A list that cannot be read is none: a person adds a source anew. */
export function openSourceList(home: string, effects: FileEffects = fileEffects): SourceList {
  const path = join(home, 'sources.json');
  const read = sourcesSchema.safeParse(readJson(path, effects));
  let sources: readonly PackSource[] = read.success ? read.data.sources : [];
  const keep = (next: readonly PackSource[], servers = false): void => {
    writeJson(path, { format: 1, servers, sources: next }, effects);
    sources = next;
  };
  return {
    all: () => sources,
    find: (id) => sources.find((one) => one.id === id),
    put: (source) => {
      const isKnown = sources.some(({ id }) => id === source.id);
      keep(isKnown ? sources.map((one) => (one.id === source.id ? source : one)) : [...sources, source]);
    },
    remove: (id) => keep(sources.filter((one) => one.id !== id)),
    letNextAsk: () => keep(sources, true),
  };
}
