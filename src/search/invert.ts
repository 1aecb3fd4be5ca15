import type { SegmentArrays } from './segment-layout.ts';
import { AROUND, aroundCount, HEADING, headingCount, textCount } from './slot.ts';

type Streams = Pick<SegmentArrays, 'stream' | 'starts' | 'headings' | 'surroundings'>;
type Lists = Pick<SegmentArrays, 'postingStarts' | 'postings' | 'slots'>;

/** Turns the stems of each section into the sections of each stem, ordered by slot and then by section. */
export function invert({ stream, starts, headings, surroundings }: Streams, stems: number): Lists {
  const sections = headings.length;
  const counts = new Uint8Array(stems);
  const present = new Uint32Array(stems);
  // As they are met: section by section.
  const metStem = new Uint32Array(stream.length);
  const metSection = new Uint32Array(stream.length);
  const metSlot = new Uint8Array(stream.length);
  const ofSlot = new Uint32Array(257);
  const postingStarts = new Uint32Array(stems + 1);
  let size = 0;
  for (let section = 0; section < sections; section++) {
    const from = starts[section] ?? 0;
    const headingEnd = from + (headings[section] ?? 0);
    const aroundEnd = headingEnd + (surroundings[section] ?? 0);
    const to = starts[section + 1] ?? from;
    let different = 0;
    for (let at = from; at < to; at++) {
      const stem = stream[at] ?? 0;
      const slot = counts[stem] ?? 0;
      if (slot === 0) present[different++] = stem;
      if (at < headingEnd) {
        if (headingCount(slot) < 3) counts[stem] = slot + HEADING;
      } else if (at < aroundEnd) {
        if (aroundCount(slot) < 3) counts[stem] = slot + AROUND;
      } else if (textCount(slot) < 15) counts[stem] = slot + 1;
    }
    for (let place = 0; place < different; place++) {
      const stem = present[place] ?? 0;
      const slot = counts[stem] ?? 0;
      counts[stem] = 0;
      metStem[size] = stem;
      metSection[size] = section;
      metSlot[size++] = slot;
      ofSlot[slot + 1] = (ofSlot[slot + 1] ?? 0) + 1;
      postingStarts[stem + 1] = (postingStarts[stem + 1] ?? 0) + 1;
    }
  }
  for (let slot = 0; slot < 256; slot++) ofSlot[slot + 1] = (ofSlot[slot + 1] ?? 0) + (ofSlot[slot] ?? 0);
  const bySlot = new Uint32Array(size);
  for (let met = 0; met < size; met++) {
    const slot = metSlot[met] ?? 0;
    const place = ofSlot[slot] ?? 0;
    ofSlot[slot] = place + 1;
    bySlot[place] = met;
  }
  for (let stem = 0; stem < stems; stem++)
    postingStarts[stem + 1] = (postingStarts[stem + 1] ?? 0) + (postingStarts[stem] ?? 0);
  const next = postingStarts.slice(0, stems);
  const postings = new Uint32Array(size);
  const slots = new Uint8Array(size);
  for (const met of bySlot) {
    const stem = metStem[met] ?? 0;
    const place = next[stem] ?? 0;
    next[stem] = place + 1;
    postings[place] = metSection[met] ?? 0;
    slots[place] = metSlot[met] ?? 0;
  }
  return { postingStarts, postings, slots };
}
