import type { Manifest } from '#domain/pack/manifest.ts';
import type { PageFile } from '#domain/pack/page-changes.ts';

/** The file of a page, with what it must say of itself. */
export interface ListedPage extends PageFile {
  readonly path: string;
  readonly size: number;
  readonly sections: readonly string[];
}

/** The pages of a release, by its manifest. */
export const listedPages = (files: Manifest['files']): readonly ListedPage[] =>
  files.flatMap(({ page, path, sha256, size, sections = [] }) =>
    page === undefined ? [] : [{ page, path, sha256, size, sections }],
  );
