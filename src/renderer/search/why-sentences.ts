import { formatLocale } from '#domain/format-locale.ts';
import type { FoundType } from '#domain/found-type.ts';
import type { Say } from '#domain/words/words.ts';
import type { Why } from '#search/why.ts';

interface Reasoned {
  /** It is a page or a note, not a section of one. */
  readonly lead: boolean;
  readonly type: FoundType;
}

/** The reasons of a result, a sentence each. */
export function whySentences(why: Why, { lead, type }: Reasoned, say: Say, language: string): readonly string[] {
  const list = (words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    new Intl.ListFormat(formatLocale(language), { type }).format(words.map((word) => say('search.why.word', { word })));
  const { heading, title, surroundings, text } = why.found;
  const { beside, read, elsewhere, missing } = why;
  const note = type === 'note';
  // The only heading that a note has by itself is its title.
  const headingWords = note && lead ? 'found.why.title' : 'search.why.heading';
  const around = note && lead ? 'found.why.tags' : 'search.why.around';
  const count = (words: readonly string[]) => ({ words: list(words), count: words.length });
  return [
    ...(heading.length > 0 ? [say(headingWords, { words: list(heading) })] : []),
    ...(title.length > 0 ? [say(note ? 'found.why.title' : 'search.why.title', { words: list(title) })] : []),
    ...(surroundings.length > 0 ? [say(around, { words: list(surroundings), lead: lead ? 'yes' : 'no' })] : []),
    ...(text.length > 0 ? [say('search.why.text', { words: list(text) })] : []),
    ...beside.map(([first, second]) => say('search.why.beside', { first: list([first]), second: list([second]) })),
    ...read.map(({ word, as, words }) => {
      const type = as === 'beginning' || as === 'misspelt' ? 'disjunction' : 'conjunction';
      return say(`search.why.${as}`, { word: list([word]), words: list(words, type) });
    }),
    ...(elsewhere.length > 0 ? [say(note ? 'found.why.elsewhere' : 'search.why.elsewhere', count(elsewhere))] : []),
    ...(missing.length > 0 ? [say(note ? 'found.why.missing' : 'search.why.missing', count(missing))] : []),
  ];
}
