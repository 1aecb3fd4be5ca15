import { lstat } from 'node:fs/promises';
import { type ArchiveEffects, archiveEffects } from '#archive/open-archive.ts';
import { type Problem, ProblemError } from '#domain/problem.ts';
import { openArchiveCarrier } from './archive-carrier.ts';
import type { Carrier } from './carrier.ts';
import { type CarrierFault, CarrierRefused, type RepositoryCarrier, untilStopped } from './repository-carrier.ts';

export interface ArchiveRepositoryEffects extends ArchiveEffects {
  /** What stands at a path itself. */
  readonly isFile: (path: string) => Promise<boolean>;
}

const archiveRepositoryEffects: ArchiveRepositoryEffects = {
  ...archiveEffects,
  isFile: async (path) => (await lstat(path)).isFile(),
};

/**
 * A repository in one file: a `.satchel` with its metadata.
 * @throws CarrierRefused for everything that is not exactly such a file
 */
export async function openArchiveRepository(
  path: string,
  signal: AbortSignal,
  effects: ArchiveRepositoryEffects = archiveRepositoryEffects,
): Promise<RepositoryCarrier> {
  const isFile = await untilStopped(
    signal,
    effects.isFile(path).catch(() => null),
  );
  if (isFile === null) throw new CarrierRefused({ why: 'unreachable' });
  if (!isFile) throw new CarrierRefused({ why: 'no-file' });
  const opening = openArchiveCarrier(path, effects);
  const carrier = await untilStopped(signal, opening).catch((error: unknown): never => {
    // One that opens when nobody waits for it any more is closed again.
    opening.then((late) => late.close()).catch(() => undefined);
    throw refused(error);
  });
  // Such a file is installed as a pack; as a source it would look like one that was half copied.
  if (!carrier.entries.some(({ name }) => name.kind === 'metadata')) {
    await carrier.close();
    throw new CarrierRefused({ why: 'unsigned' });
  }
  return archiveRepository(carrier, path);
}

function archiveRepository(carrier: Carrier, place: string): RepositoryCarrier {
  const entries = new Map(carrier.entries.map((entry) => [entry.path, entry]));
  return {
    name: carrier.file,
    place,
    async read(path, { most, signal }) {
      const entry = entries.get(path);
      if (entry === undefined) return { is: 'absent' };
      if (entry.size > most) throw new CarrierRefused({ why: 'too-large' });
      const bytes = await untilStopped(signal, carrier.read(entry, path)).catch((error: unknown): never => {
        throw refused(error);
      });
      return { is: 'bytes', bytes };
    },
    close: () => carrier.close(),
  };
}

const refused = (error: unknown): unknown =>
  error instanceof ProblemError ? new CarrierRefused(faultOf(error.problem)) : error;

function faultOf({ code }: Problem): CarrierFault {
  if (code === 'file-unreadable') return { why: 'unreachable' };
  return code === 'pack-too-large' ? { why: 'too-large' } : { why: 'damaged' };
}
