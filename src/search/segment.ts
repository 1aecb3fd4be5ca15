import type { Acronym } from '#domain/acronyms.ts';
import { createSegmentBuilder, type IndexedPage, type SegmentHead } from './segment-builder.ts';
import type { SegmentInput } from './segment-input.ts';
import { type SegmentArrays, unpackSegment } from './segment-layout.ts';
import { ANALYSER } from './words/analyse.ts';

/** The index of one release: one record that is stored as it is and opened without reading any page again. */
export interface Segment {
  readonly pack: string;
  readonly packTitle: string;
  readonly release: number;
  /** How many sections it holds. */
  readonly size: number;
  readonly pages: readonly IndexedPage[];
  readonly acronyms: readonly Acronym[];
  readonly anchors: readonly string[];
  readonly headings: readonly string[];
  /** Stems in the order of their numbers. */
  readonly stems: readonly string[];
  /** The vocabulary, sorted; `arrays.wordStems` has their stems. */
  readonly words: readonly string[];
  /** Words of its Welsh pages. */
  readonly welsh: readonly string[];
  readonly arrays: SegmentArrays;
  readonly buffer: ArrayBuffer;
}

/** The index of a whole release at once. `segment-builder.ts` does the same page by page. */
export function buildSegment(input: SegmentInput): Segment {
  const builder = createSegmentBuilder(input);
  for (const page of input.pages) builder.add(page);
  const segment = openSegment(builder.finish());
  if (!segment) throw new Error('A new segment does not open');
  return segment;
}

const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** `null`: made by another analyser, or not a segment. It has to be built again. */
export function openSegment(buffer: ArrayBuffer): Segment | null {
  const unpacked = unpackSegment(buffer);
  if (!unpacked) return null;
  const { arrays } = unpacked;
  const head = unpacked.head as Partial<SegmentHead> | null;
  if (head?.analyser !== ANALYSER) return null;
  const { pack = '', packTitle = '', release = 0, pages = [], acronyms = [], anchors = [], headings = [] } = head;
  return {
    pack,
    packTitle,
    release,
    size: arrays.levels.length,
    pages,
    acronyms,
    anchors,
    headings,
    stems: lines(head.stems ?? ''),
    words: lines(head.words ?? ''),
    welsh: lines(head.welsh ?? ''),
    arrays,
    buffer,
  };
}

/** The text of a section, from the record. */
export function sectionText({ arrays }: Segment, section: number): string {
  const { texts, textStarts } = arrays;
  return new TextDecoder().decode(texts.subarray(textStarts[section], textStarts[section + 1]));
}
