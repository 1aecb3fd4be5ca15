import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import { CarrierRefused, type RepositoryCarrier, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { type Reader, ReadingEnded } from '../../reading/reader.ts';

/** A repository in a folder or in one file, which the process for files of others opens. */
export function readerRepository(reader: Reader, kind: 'folder' | 'file', path: string): RepositoryCarrier {
  const ticket = randomUUID();
  return {
    name: shownName(path),
    place: path,
    async read(entry, { most, signal }) {
      const asked = reader.ask('repository:read', { ticket, kind, path, entry, most });
      const answer = await untilStopped(signal, asked).catch((error: unknown): never => {
        if (!(error instanceof ReadingEnded)) throw error;
        // A share that hangs, and a stick that was pulled out, take the process with them.
        throw new CarrierRefused(error.why === 'gone' ? { why: 'unreachable' } : { why: 'stopped', late: true });
      });
      if (answer.is === 'refused') throw new CarrierRefused(answer.fault);
      return answer.is === 'bytes' ? { is: 'bytes', bytes: Buffer.from(answer.bytes) } : answer;
    },
    close: async () => {
      await reader.ask('repository:close', { ticket }).catch(() => undefined);
    },
  };
}
