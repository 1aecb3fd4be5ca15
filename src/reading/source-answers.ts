import { LIMITS } from '#domain/limits.ts';
import { expandBlob, holdsBlob, largestBlob, sha256 } from '#pack/blob.ts';
import { openArchiveRepository } from '#pack/carriers/archive-repository.ts';
import { folderRepository } from '#pack/carriers/folder-repository.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { blobEntryName, manifestEntryName } from '#pack/entry-name.ts';
import { patchedManifest } from '#pack/manifest-patch.ts';
import { deltaBlobs } from '#pack/read/delta-blobs.ts';
import { listedPages } from '#pack/read/listed-pages.ts';
import { MANIFEST_PART, readManifest } from '#pack/read/manifest-bytes.ts';
import { readPage } from '#pack/read/read-page.ts';
import { fail, failTooLarge } from '#pack/refusal.ts';
import { Held } from './held.ts';
import type { ReaderAnswers } from './serve.ts';

const MOST_OPEN = 4;
/** Whoever asked ends this process instead. */
const NEVER_STOPPED = new AbortController().signal;

type SourceAnswers = Pick<
  ReaderAnswers,
  | 'repository:read'
  | 'repository:close'
  | 'blob:check'
  | 'blob:kept'
  | 'release:files'
  | 'delta:manifest'
  | 'delta:blobs'
  | 'page:read'
>;

/** Repositories that a person pointed at, and what was fetched of them. */
export function sourceAnswers(): SourceAnswers {
  const held = new Held<RepositoryCarrier>(MOST_OPEN);
  return {
    'repository:read': async ({ ticket, kind, path, entry, most }, told) => {
      // A slow share has the more time the more is wanted of it.
      told({ done: 0, total: 1, bytes: most });
      try {
        let carrier = held.find(ticket);
        if (carrier === undefined) {
          carrier = kind === 'folder' ? folderRepository(path) : await openArchiveRepository(path, NEVER_STOPPED);
          await held.put(ticket, carrier);
        }
        const answer = await carrier.read(entry, { most, signal: NEVER_STOPPED });
        if (answer.is !== 'bytes') return { is: 'absent' };
        return { is: 'bytes', bytes: new Uint8Array(answer.bytes) };
      } catch (error) {
        if (error instanceof CarrierRefused) return { is: 'refused', fault: error.fault };
        throw error;
      }
    },
    'repository:close': async ({ ticket }) => {
      await held.close(ticket);
      return null;
    },
    'blob:check': async ({ bytes, blob }) => holdsBlob(Buffer.from(bytes), blob),
    'blob:kept': async ({ store, blob }) => {
      const most = largestBlob(blob.size);
      const found = await folderRepository(store)
        .read(blobEntryName(blob.sha256), { most, signal: NEVER_STOPPED })
        .catch(orNothing);
      return found?.is === 'bytes' && holdsBlob(found.bytes, blob);
    },
    'release:files': async ({ store, id, sha256: hash }) => {
      const bytes = await keptManifest(store, id, hash);
      if (bytes === null) return fail({ code: 'pack-damaged', file: id, part: MANIFEST_PART });
      const { files, release, created } = readManifest(bytes, id);
      const sizes = new Map(files.map((file) => [file.sha256, file.size]));
      return {
        release,
        size: files.reduce((sum, file) => sum + file.size, 0),
        blobs: [...sizes].map(([name, size]) => ({ sha256: name, size })),
        created,
        pages: listedPages(files),
      };
    },
    'delta:manifest': async ({ store, named, from, patch }, told) => {
      told({ done: 0, total: 1, bytes: named.length });
      const older = await keptManifest(store, named.id, from);
      if (older === null) return null;
      const bytes = await patchedManifest(older, Buffer.from(patch), Math.min(named.length, LIMITS.manifest));
      return bytes !== null && sha256(bytes) === named.sha256 ? new Uint8Array(bytes) : null;
    },
    'delta:blobs': async ({ bundle, wanted }, told) => {
      told({ done: 0, total: wanted.length, bytes: wanted.reduce((sum, { size }) => sum + size, 0) });
      return deltaBlobs(Buffer.from(bundle), wanted);
    },
    'page:read': async ({ store, pack, page: { page, path, sha256: hash, size, sections } }) => {
      const damaged = (): never => fail({ code: 'pack-damaged', file: pack, part: path });
      if (size > LIMITS.pageBody) failTooLarge(pack, LIMITS.pageBody);
      const found = await folderRepository(store)
        .read(blobEntryName(hash), { most: largestBlob(size), signal: NEVER_STOPPED })
        .catch(orNothing);
      if (found?.is !== 'bytes') return damaged();
      const bytes = await expandBlob(found.bytes, { sha256: hash, size }, pack, path);
      const listed = { kind: 'page', type: 'application/json', path, sha256: hash, size, page } as const;
      const body = readPage(bytes, { ...listed, sections: [...sections] });
      return body === null ? damaged() : { title: body.meta.title, sections: body.sections };
    },
  };
}

function orNothing(error: unknown): null {
  if (error instanceof CarrierRefused) return null;
  throw error;
}

/** A manifest that the folder of releases has, as it should be. */
async function keptManifest(store: string, id: string, hash: string): Promise<Buffer | null> {
  const found = await folderRepository(store)
    .read(manifestEntryName(id, hash), { most: LIMITS.manifest, signal: NEVER_STOPPED })
    .catch(orNothing);
  return found?.is === 'bytes' && sha256(found.bytes) === hash ? found.bytes : null;
}
