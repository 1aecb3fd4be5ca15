import type { Run } from './results.ts';
import { eachWord } from './words/analyse.ts';

/** Says whether a word (as the analyser gives it) was asked for, and how much it tells; 0: it was not. */
export type WordWorth = (word: string) => number;

const LENGTH = 180;
/** Longer texts are looked at up to here. */
const READ = 20_000;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly worth: number;
}

function places(text: string, worth: WordWorth): readonly Place[] {
  const found: Place[] = [];
  eachWord(text, (word, start, end) => {
    const value = worth(word);
    // The parts of a code stand inside the whole: one mark is enough.
    if (value > 0 && start >= (found.at(-1)?.end ?? 0)) found.push({ start, end, word, worth: value });
  });
  return found;
}

/** The text as runs, the words that were asked for marked. */
export function mark(text: string, worth: WordWorth): readonly Run[] {
  return runs(text, 0, text.length, places(text, worth));
}

function runs(text: string, from: number, to: number, found: readonly Place[]): readonly Run[] {
  const out: Run[] = [];
  let at = from;
  for (const { start, end } of found) {
    if (start < from || end > to) continue;
    if (start > at) out.push({ text: text.slice(at, start), found: false });
    out.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < to) out.push({ text: text.slice(at, to), found: false });
  return out;
}

/** The stretch of the text that says most of what was asked for, on one line. */
export function snippet(whole: string, worth: WordWorth): readonly Run[] {
  const text = whole.slice(0, READ).replace(/\s+/g, ' ').trim();
  const found = places(text, worth);
  const centre = bestWindow(found);
  const from = centre ? startOf(text, centre.from, centre.to) : 0;
  const to = endOf(text, from);
  const out = runs(text, from, to, found);
  const first: readonly Run[] = from > 0 ? [{ text: '… ', found: false }] : [];
  const last: readonly Run[] = to < text.length || whole.length > READ ? [{ text: ' …', found: false }] : [];
  return [...first, ...out, ...last];
}

/** The window that holds most different words; the first of equals. */
function bestWindow(found: readonly Place[]): { readonly from: number; readonly to: number } | null {
  let best: { readonly from: number; readonly to: number; readonly worth: number } | null = null;
  for (let first = 0; first < found.length; first++) {
    const start = found[first]?.start ?? 0;
    const seen = new Set<string>();
    let worth = 0;
    let end = start;
    for (let at = first; at < found.length; at++) {
      const place = found[at];
      if (!place || place.end - start > LENGTH) break;
      worth += seen.has(place.word) ? place.worth * 0.1 : place.worth;
      seen.add(place.word);
      end = place.end;
    }
    if (!best || worth > best.worth * 1.001) best = { from: start, to: end, worth };
  }
  return best;
}

/** Begins at a sentence where one is near, else at a word, so that the found words stand well inside. */
function startOf(text: string, from: number, to: number): number {
  const room = Math.max(0, LENGTH - (to - from));
  const earliest = Math.max(0, from - room);
  if (earliest === 0) return 0;
  const sentence = text.slice(earliest, from).search(/[.!?] \S/);
  if (sentence >= 0) return earliest + sentence + 2;
  const half = Math.max(0, from - Math.floor(room / 2));
  const space = text.indexOf(' ', half);
  return space >= 0 && space < from ? space + 1 : from;
}

function endOf(text: string, from: number): number {
  if (from + LENGTH >= text.length) return text.length;
  const space = text.lastIndexOf(' ', from + LENGTH);
  const end = space > from ? space : from + LENGTH;
  // Never between the halves of a character.
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
