import { joinKinds, type Kinds } from './kinds.ts';
import { joinLexicon, type Lexicon, type LexiconPart } from './lexicon.ts';
import { createLexiconLayers } from './lexicon-layers.ts';
import type { Segment } from './segment.ts';
import { type LetterWord, readLetterWords } from './words/meanings.ts';

/** What glossaries and Welsh pages say of words. */
interface KnownWords {
  readonly letterWords: readonly LetterWord[];
  readonly welsh: readonly ReadonlySet<string>[];
}

/** What is derived from the packs' own segments. It stays while layers over them change, which are small. */
export interface Base extends KnownWords {
  /** Of the packs and the layers together. */
  readonly lexiconWith: (over: readonly LexiconPart[]) => Lexicon;
  readonly kinds: Kinds;
}

export function createBase(own: readonly LexiconPart[]): Base {
  const segments = segmentsOf(own);
  return { lexiconWith: createLexiconLayers(joinLexicon(own)), kinds: joinKinds(segments), ...wordsOf(segments) };
}

export const segmentsOf = (parts: readonly Pick<LexiconPart, 'segment'>[]): readonly Segment[] =>
  parts.map(({ segment }) => segment);

export function wordsOf(segments: readonly Segment[]): KnownWords {
  const welsh = new Set(segments.flatMap((segment) => segment.welsh));
  return {
    letterWords: segments.flatMap(({ acronyms, packTitle }) => readLetterWords(acronyms, packTitle)),
    welsh: welsh.size === 0 ? [] : [welsh],
  };
}
