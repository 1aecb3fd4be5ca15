import { formatLocale } from '#domain/format-locale.ts';
import type { Say } from '#domain/words/words.ts';
import type { Why } from '#search/why.ts';

/** The reasons of a result, a sentence each. `lead`: it is a page, not a section of one. */
export function whySentences(why: Why, lead: boolean, say: Say, language: string): readonly string[] {
  const list = (words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    new Intl.ListFormat(formatLocale(language), { type }).format(words.map((word) => say('search.why.word', { word })));
  const { heading, title, surroundings, text } = why.found;
  const { beside, read, elsewhere, missing } = why;
  const count = (words: readonly string[]) => ({ words: list(words), count: words.length });
  return [
    ...(heading.length > 0 ? [say('search.why.heading', { words: list(heading) })] : []),
    ...(title.length > 0 ? [say('search.why.title', { words: list(title) })] : []),
    ...(surroundings.length > 0
      ? [say('search.why.around', { words: list(surroundings), lead: lead ? 'yes' : 'no' })]
      : []),
    ...(text.length > 0 ? [say('search.why.text', { words: list(text) })] : []),
    ...beside.map(([first, second]) => say('search.why.beside', { first: list([first]), second: list([second]) })),
    ...read.map(({ word, as, words }) => {
      const type = as === 'beginning' || as === 'misspelt' ? 'disjunction' : 'conjunction';
      return say(`search.why.${as}`, { word: list([word]), words: list(words, type) });
    }),
    ...(elsewhere.length > 0 ? [say('search.why.elsewhere', count(elsewhere))] : []),
    ...(missing.length > 0 ? [say('search.why.missing', count(missing))] : []),
  ];
}
