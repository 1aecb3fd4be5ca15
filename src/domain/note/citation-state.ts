import type { Place } from '../address.ts';
import type { Citation } from './record/note.ts';

/** A section as it stands on this laptop now. */
export interface SectionNow {
  readonly place: Required<Place>;
  readonly title: string;
  readonly heading: string;
  readonly version: string;
  readonly release: number;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

/** What became of a section that a note relies on. `declined`: its new words were seen, and the old ones kept. */
export type CitationState =
  | { readonly at: 'same'; readonly now: SectionNow }
  | { readonly at: 'changed'; readonly now: SectionNow; readonly declined: boolean }
  | { readonly at: 'gone'; readonly declined: boolean }
  | { readonly at: 'packGone' };

/** @param now `null`: its pack is here and the section is not; `undefined`: the pack is not here. */
export function citationState(
  { hash, declined }: Pick<Citation, 'hash' | 'declined'>,
  now: SectionNow | null | undefined,
): CitationState {
  if (now === undefined) return { at: 'packGone' };
  if (now === null) return { at: 'gone', declined: declined === 'gone' };
  return now.hash === hash ? { at: 'same', now } : { at: 'changed', now, declined: declined === now.hash };
}

/** Whether a person has to look at it. */
export const needsLook = (state: CitationState): boolean =>
  (state.at === 'changed' || state.at === 'gone') && !state.declined;

/** The citation with the words as they are now. */
export function relyOn(citation: Citation, now: SectionNow, at: string): Citation {
  const { declined: _, ...rest } = citation;
  return {
    ...rest,
    page: now.place.page,
    section: now.place.section,
    title: now.title.slice(0, 2_000),
    heading: now.heading.slice(0, 2_000),
    version: now.version,
    release: now.release,
    hash: now.hash,
    quote: now.text.slice(0, 40_000),
    at,
  };
}

/** The citation with the old words, the new ones having been seen. */
export const keepAsItWas = (citation: Citation, state: CitationState): Citation =>
  state.at === 'changed' || state.at === 'gone'
    ? { ...citation, declined: state.at === 'gone' ? 'gone' : state.now.hash }
    : citation;

/** The citations with one more, unless the same words of the same section are among them. */
export function withCitation(citations: readonly Citation[], one: Citation): Citation[] {
  const same = ({ pack, page, section, hash }: Citation): boolean =>
    pack === one.pack && page === one.page && section === one.section && hash === one.hash;
  return citations.some(same) ? [...citations] : [...citations, one];
}

/** Characters of a section that are put into a note's text; the citation keeps all of it. */
const LONGEST = 600;

/** The cited words as a quotation in Markdown, with a line that says whence. @param source that line, in words */
export function quoteBlock(quote: string, source: string): string {
  const lines: string[] = [];
  let room = LONGEST;
  for (const line of quote.split('\n')) {
    if (line.trim() === '') continue;
    if (line.length > room) {
      const cut = line.lastIndexOf(' ', room);
      lines.push(`${line.slice(0, cut > 0 ? cut : room)} …`);
      break;
    }
    lines.push(line);
    room -= line.length;
    if (room <= 0) break;
  }
  return [...lines.flatMap((line) => [line, '']), source]
    .map((line) => (line === '' ? '>' : `> ${plain(line)}`))
    .join('\n');
}

/** Signs that Markdown would read as something else than a letter. */
const plain = (line: string): string =>
  line
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^(#{1,6}|[-+]|\d{1,9}[.)])(?=\s)/, (sign) =>
      /^\d/.test(sign) ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign}`,
    );
