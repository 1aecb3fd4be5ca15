import type { PageWords } from '#bridge/packs.ts';
import type { SectionChange, SectionCounts } from '#domain/pack/section-changes.ts';
import type { DiffPart } from '#domain/word-diff.ts';
import type { ReleaseKey } from '../db.ts';

/** A page as it is here, and as it is to be; `null` where it is to be gone. */
export interface PageAsked {
  readonly key: ReleaseKey;
  readonly page: string;
  readonly now: PageWords | null;
}

/** What becomes of a page. `title`: as it is to be, or was. */
export interface PageCompared {
  readonly title: string;
  readonly sections: readonly SectionChange[];
}

/** What the worker that compares is asked. */
export type CompareRequest =
  | ({ readonly do: 'page' } & PageAsked)
  /** All pages of two releases that are here. */
  | { readonly do: 'releases'; readonly before: ReleaseKey; readonly after: ReleaseKey }
  | { readonly do: 'words'; readonly before: string; readonly after: string };

export type CompareAnswer =
  | ({ readonly is: 'page' } & PageCompared)
  | { readonly is: 'counts'; readonly counts: SectionCounts }
  | { readonly is: 'words'; readonly parts: readonly DiffPart[] };
