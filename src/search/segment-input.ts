import type { Acronym } from '#domain/acronyms.ts';
import type { PageMeta, Section } from '#domain/pack/page.ts';

/** One release of a pack, as the index needs it. */
export interface SegmentInput {
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  /** BCP 47 tag of the pack; pages may differ. English unless said. */
  readonly language?: string;
  /** What the letter words of its glossary stand for. */
  readonly acronyms?: readonly Acronym[];
  readonly pages: readonly SegmentPage[];
}

export interface SegmentPage {
  readonly meta: PageMeta;
  readonly sections: readonly Section[];
}
