import { diffWordsWithSpace } from 'diff';

/** A stretch of words that stands in both texts, was taken out, or was put in. */
export interface DiffPart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Texts that differ in more words, or that take longer to compare (milliseconds), are shown whole, one after the other. */
const MOST_EDITS = 1_500;
const LONGEST = 800;

/** What became of a text, word by word and never letter by letter. */
export function wordDiff(then: string, now: string): readonly DiffPart[] {
  const changes = diffWordsWithSpace(then, now, { maxEditLength: MOST_EDITS, timeout: LONGEST });
  if (!changes) return [part('out', then), part('in', now)].filter(({ text }) => text !== '');
  return joined(changes.map(({ added, removed, value }) => part(added ? 'in' : removed ? 'out' : 'same', value)));
}

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

/**
 * A space that two changes have between them is part of both: "taken out" and "put in" are then said once for a run of
 * words, not once for each.
 */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone !== '') out.push(part('out', gone));
    if (come !== '') out.push(part('in', come));
    gone = '';
    come = '';
  };
  parts.forEach(({ kind, text }, at) => {
    const between = kind === 'same' && /^[^\S\n]+$/.test(text) && gone !== '' && come !== '' && at < parts.length - 1;
    if (kind === 'same' && !between) {
      flush();
      out.push(part('same', text));
      return;
    }
    if (kind !== 'in') gone += text;
    if (kind !== 'out') come += text;
  });
  flush();
  return out;
}

/** Letters of what stays that are shown on each side of a change. */
const AROUND = 240;

/** The same with long stretches that stay cut down to what is near a change; `…` stands for the rest. */
export function nearChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((one, at) => {
    const { kind, text } = one;
    const sides = (at === 0 ? 0 : 1) + (at === parts.length - 1 ? 0 : 1);
    if (kind !== 'same' || sides === 0 || text.length <= AROUND * sides + AROUND / 2) return one;
    const head = at === 0 ? '' : `${firstWords(text)} `;
    const tail = at === parts.length - 1 ? '' : ` ${lastWords(text)}`;
    return { ...one, text: `${head}…${tail}` };
  });
}

const firstWords = (text: string): string => text.slice(0, Math.max(0, text.lastIndexOf(' ', AROUND)));

function lastWords(text: string): string {
  const from = text.indexOf(' ', text.length - AROUND);
  return from < 0 ? '' : text.slice(from + 1);
}
