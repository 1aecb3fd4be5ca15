import { join } from 'node:path';
import { NOTHING_KNOWN, type PackSource, readSource, sourceFileSchema } from '#domain/pack/source.ts';
import { type FileEffects, fileEffects, jsonText, openJson } from '../../boot/json-file.ts';

/** The sources of this laptop, in one file that is written whole. */
export interface SourceList {
  all(): readonly PackSource[];
  find(id: string): PackSource | undefined;
  /** Sources that a newer Satchel set up: what each is called, where that is to be seen. They are kept as they are. */
  newer(): readonly string[];
  /** Whether there was a file that could not be read. It is put aside before another takes its place. */
  isUnread(): boolean;
  /** Whether no more may be added. */
  isFull(): boolean;
  /** Adds it, or takes the place of the one with its id. @throws what the disk said */
  put(source: PackSource): void;
  /** @throws what the disk said */
  remove(id: string): void;
  /** Lets the next start ask a server, and no other after it unless one is a source by then. @throws what the disk said */
  letNextAsk(): void;
}

export const MOST_SOURCES = 100;
/** Bytes of the file. What was fetched can be fetched again: it is left out where the file would be larger. */
const MOST_BYTES = 4 * 1024 * 1024;

/** As it stands in the file, with all that a newer Satchel put there; and what is understood of it. */
interface Row {
  readonly raw: unknown;
  readonly source: PackSource | null;
}

/** Each row is read by itself: one that is not understood takes no other with it, and is written back as it is. */
export function openSourceList(home: string, effects: FileEffects = fileEffects): SourceList {
  const file = openJson(join(home, 'sources.json'), effects);
  const read = sourceFileSchema.safeParse(file.found);
  if (!read.success && file.found !== undefined) file.mistrust();
  let isUnread = file.isUnread();
  let rows: readonly Row[] = (read.data?.sources ?? []).map((raw) => ({ raw, source: readSource(raw) }));
  let servers = false;
  const keep = (next: readonly Row[], nextServers = servers): void => {
    const more = { ...read.data, format: 1, servers: nextServers };
    file.write(fitting(more, next.map(written)));
    rows = next;
    servers = nextServers;
    isUnread = false;
  };
  const all = (): readonly PackSource[] => rows.flatMap(({ source }) => source ?? []);
  return {
    all,
    find: (id) => all().find((one) => one.id === id),
    newer: () => rows.flatMap(({ raw, source }) => (source === null ? [nameOf(raw)] : [])),
    isUnread: () => isUnread,
    isFull: () => rows.length >= MOST_SOURCES,
    put: (source) => {
      const isKnown = rows.some((row) => row.source?.id === source.id);
      keep(
        isKnown
          ? rows.map((row) => (row.source?.id === source.id ? { ...row, source } : row))
          : [...rows, { raw: {}, source }],
        servers && source.kind !== 'https',
      );
    },
    remove: (id) => keep(rows.filter(({ source }) => source?.id !== id)),
    letNextAsk: () => keep(rows, true),
  };
}

const written = ({ raw, source }: Row): unknown => (source === null ? raw : { ...(raw as object), ...source });

function nameOf(raw: unknown): string {
  const { where } = (raw ?? {}) as { readonly where?: unknown };
  // A path stays in main.
  return typeof where === 'string' && /^https:/.test(where) ? where.slice(0, 4_096) : '';
}

/** The file as it is written: sources that are known to have most lose what is known of them until it is small enough. */
function fitting(more: object, rows: readonly unknown[]): object {
  let sources = rows;
  while (jsonText({ ...more, sources }).length > MOST_BYTES) {
    const sizes = sources.map((row) => packsIn(row));
    const most = Math.max(0, ...sizes);
    if (most === 0) break;
    const at = sizes.indexOf(most);
    sources = sources.map((row, other) => (other === at ? { ...(row as object), known: NOTHING_KNOWN } : row));
  }
  return { ...more, sources };
}

const packsIn = (row: unknown): number => {
  const { known } = (row ?? {}) as { readonly known?: { readonly packs?: unknown } };
  return Array.isArray(known?.packs) ? known.packs.length : 0;
};
