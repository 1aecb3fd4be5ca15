import type { PageWords, UpdateAhead, UpdateLook } from '#bridge/packs.ts';
import { type PageFile, pageCounts, pagesThatDiffer } from '#domain/pack/page-changes.ts';
import type { ListedRelease } from '#domain/pack/source.ts';
import { ProblemError } from '#domain/problem.ts';
import type { ListedPage } from '#pack/read/listed-pages.ts';
import { type Reader, ReadingEnded } from '../../reading/reader.ts';
import type { StarterPages } from '../starter-pages.ts';
import { type BlobFetching, type Come, fetchBlobs } from './fetch-release.ts';
import { releaseFiles } from './release-files.ts';
import type { ReleaseStore } from './release-store.ts';
import { bytesNotHere, leaveRoom } from './room-for.ts';

/** What an update changes, beside the release that is here. `present`: hash of the manifest of that one. */
export interface UpdateLooks {
  /** Without asking anybody; `null` where its manifest is not here. */
  ahead(release: ListedRelease, present: string): Promise<UpdateAhead | null>;
  /** Brings the pages that may differ: they need not come again with the update. @throws FetchRefused, ProblemError */
  look(
    release: ListedRelease,
    present: string,
    fetching: BlobFetching,
    told: (come: Come) => void,
  ): Promise<UpdateLook>;
  /** A page of the release that was looked at last. @throws ProblemError */
  page(sha256: string, page: string): Promise<PageWords>;
}

interface Parts {
  readonly store: ReleaseStore;
  readonly reader: Reader;
  readonly free: () => Promise<number>;
  readonly starterPages: StarterPages;
}

interface Looked {
  readonly sha256: string;
  readonly title: string;
  readonly pages: ReadonlyMap<string, ListedPage>;
}

export function openUpdateLooks({ store, reader, free, starterPages }: Parts): UpdateLooks {
  let looked: Looked | null = null;

  const filesOf = (id: string, sha256: string) =>
    reader.ask('release:files', { store: store.folder, id, sha256 }).catch((error: unknown) => {
      if (error instanceof ProblemError || error instanceof ReadingEnded) return null;
      throw error;
    });

  /** `null` for what came in a file of its own: it left no list of its files. */
  const pagesHere = async (id: string, present: string): Promise<readonly PageFile[] | null> =>
    (await filesOf(id, present))?.pages ?? (await starterPages(present));

  return {
    async ahead({ id, sha256 }, present) {
      const files = await filesOf(id, sha256);
      if (files === null) return null;
      const before = await pagesHere(id, present);
      return {
        created: files.created,
        pages: before && pageCounts(before, files.pages),
        fetch: bytesNotHere(files.blobs, await store.blobs()),
      };
    },
    async look(release, present, fetching, told) {
      const { created, pages, blobs: files } = await releaseFiles(release, fetching);
      const before = await pagesHere(release.id, present);
      const differ = before ? pagesThatDiffer(before, pages) : pages.map(({ page }) => page);
      const all = new Map(pages.map((one) => [one.page, one]));
      const blobs = new Map(
        differ.flatMap((page) => {
          const { sha256, size } = all.get(page) ?? {};
          return sha256 === undefined || size === undefined ? [] : [[sha256, { sha256, size }] as const];
        }),
      );
      const wanted = [...blobs.values()];
      await leaveRoom(release.title, bytesNotHere(wanted, await store.blobs()), free);
      await fetchBlobs(release, files, wanted, fetching, told);
      looked = { sha256: release.sha256, title: release.title, pages: all };
      return { created, pages: [...all.keys()], differ, filesKnown: before !== null };
    },
    async page(sha256, id) {
      const page = looked?.sha256 === sha256 ? looked.pages.get(id) : undefined;
      if (looked === null || page === undefined) throw new ProblemError({ code: 'ticket-unknown' });
      const { title } = looked;
      try {
        return await reader.ask('page:read', { store: store.folder, pack: title, page });
      } catch (error) {
        if (!(error instanceof ReadingEnded)) throw error;
        throw new ProblemError({ code: error.why === 'gone' ? 'file-unreadable' : 'pack-too-costly', file: title });
      }
    },
  };
}
