/** Arrays of one segment, by name. All counts are per section, in order, unless said. */
export interface SegmentArrays {
  /** Where each section's stems begin in `stream`; one more at the end. */
  readonly starts: Uint32Array;
  /** How many of its stems are of its heading, and how many follow of its surroundings; the rest is its text. */
  readonly headings: Uint16Array;
  readonly surroundings: Uint16Array;
  /** Place of its page in the segment's list of pages. */
  readonly pages: Uint32Array;
  readonly levels: Uint8Array;
  /** Stem numbers of all sections, one after the other. */
  readonly stream: Uint32Array;
  /** Where each stem's sections begin in `postings`; one more at the end. */
  readonly postingStarts: Uint32Array;
  /** Sections of all stems, one after the other; of each ordered by slot. */
  readonly postings: Uint32Array;
  /** How often the stem stands in that section (`slot.ts`). */
  readonly slots: Uint8Array;
  /** Stem number of each word of the vocabulary. */
  readonly wordStems: Uint32Array;
  /** Where each section's text begins in `texts`, bytes; one more at the end. */
  readonly textStarts: Uint32Array;
  /** UTF-8. */
  readonly texts: Uint8Array;
}

const KINDS = {
  starts: Uint32Array,
  headings: Uint16Array,
  surroundings: Uint16Array,
  pages: Uint32Array,
  levels: Uint8Array,
  stream: Uint32Array,
  postingStarts: Uint32Array,
  postings: Uint32Array,
  slots: Uint8Array,
  wordStems: Uint32Array,
  textStarts: Uint32Array,
  texts: Uint8Array,
} as const;
type Name = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as readonly Name[];

/** "SSEG" */
const MAGIC = 0x47455353;
const HEAD = 2 + NAMES.length;
const aligned = (bytes: number): number => (bytes + 7) & ~7;

/** One buffer: magic, sizes, the head as JSON, then each array on a multiple of 8. */
export function packSegment(head: unknown, arrays: SegmentArrays): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const sizes = NAMES.map((name) => arrays[name].byteLength);
  let at = aligned(HEAD * 4) + aligned(json.byteLength);
  const buffer = new ArrayBuffer(at + sizes.reduce((sum, size) => sum + aligned(size), 0));
  new Uint32Array(buffer, 0, HEAD).set([MAGIC, json.byteLength, ...sizes]);
  const bytes = new Uint8Array(buffer);
  bytes.set(json, aligned(HEAD * 4));
  for (const name of NAMES) {
    const { buffer: from, byteOffset, byteLength } = arrays[name];
    bytes.set(new Uint8Array(from, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return buffer;
}

/** `null` when the buffer is not a whole segment. The arrays are views: nothing is copied. */
export function unpackSegment(buffer: ArrayBuffer): { readonly head: unknown; readonly arrays: SegmentArrays } | null {
  if (buffer.byteLength < HEAD * 4) return null;
  const [magic, jsonSize = 0, ...sizes] = new Uint32Array(buffer, 0, HEAD);
  let at = aligned(HEAD * 4) + aligned(jsonSize);
  if (magic !== MAGIC || at + sizes.reduce((sum, size) => sum + aligned(size), 0) !== buffer.byteLength) return null;
  const place = (name: Name): { readonly offset: number; readonly length: number } => {
    const size = sizes[NAMES.indexOf(name)] ?? 0;
    const offset = at;
    at += aligned(size);
    return { offset, length: size / KINDS[name].BYTES_PER_ELEMENT };
  };
  const places = new Map(NAMES.map((name) => [name, place(name)]));
  const of = <T>(Kind: new (buffer: ArrayBuffer, offset: number, length: number) => T, name: Name): T => {
    const { offset = 0, length = 0 } = places.get(name) ?? {};
    return new Kind(buffer, offset, length);
  };
  try {
    return {
      head: JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, aligned(HEAD * 4), jsonSize))),
      arrays: {
        starts: of(Uint32Array, 'starts'),
        headings: of(Uint16Array, 'headings'),
        surroundings: of(Uint16Array, 'surroundings'),
        pages: of(Uint32Array, 'pages'),
        levels: of(Uint8Array, 'levels'),
        stream: of(Uint32Array, 'stream'),
        postingStarts: of(Uint32Array, 'postingStarts'),
        postings: of(Uint32Array, 'postings'),
        slots: of(Uint8Array, 'slots'),
        wordStems: of(Uint32Array, 'wordStems'),
        textStarts: of(Uint32Array, 'textStarts'),
        texts: of(Uint8Array, 'texts'),
      },
    };
  } catch {
    return null;
  }
}
