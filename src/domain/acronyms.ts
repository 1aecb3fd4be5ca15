import type { GlossaryTerm } from './glossary.ts';

/** What a letter word stands for. */
export type Acronym = readonly [letters: string, expansion: string];

/** The terms that are letter words (`VfM`, `SME`, `G-Cloud` is none): two capitals at least, and no more than eight signs. */
export function acronymsOf(terms: readonly GlossaryTerm[]): readonly Acronym[] {
  return terms
    .filter(
      ({ term, expansion }) => expansion !== '' && term.length <= 8 && /^\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(term),
    )
    .map(({ term, expansion }): Acronym => [term, expansion]);
}
