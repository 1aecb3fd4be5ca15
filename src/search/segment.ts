import type { PageMeta, Section } from '#domain/page.ts';

/** One release of a pack, as the index needs it. */
export interface SegmentInput {
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  /** BCP 47 tag of the pack; pages may differ. English unless said. */
  readonly language?: string;
  readonly pages: readonly SegmentPage[];
}

export interface SegmentPage {
  readonly meta: PageMeta;
  readonly sections: readonly Section[];
}

/** The index of one release: one record that is stored as it is and opened without reading any page again. */
export interface Segment {
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  /** How many sections it holds. */
  readonly size: number;
  readonly buffer: ArrayBuffer;
}

export function buildSegment(_input: SegmentInput): Segment {
  throw new Error('Not built yet');
}

/** `null`: made by another analyser, or not a segment. It has to be built again. */
export function openSegment(_buffer: ArrayBuffer): Segment | null {
  throw new Error('Not built yet');
}
