import { type RefObject, useEffect, useState } from 'react';
import { findAnchor } from '#domain/anchor.ts';
import type { Highlighted } from '#store/own/highlights.ts';
import { watchTexts } from '../text-watch.ts';
import { pageWords, rangeOf } from './page-words.ts';

const NAME = 'own';

/** Paints a page's highlights without touching its nodes; their ranges by id. What is no longer there has none. */
export function usePainted(
  article: RefObject<HTMLElement | null>,
  highlights: readonly Highlighted[],
): ReadonlyMap<string, Range> {
  const [ranges, setRanges] = useState<ReadonlyMap<string, Range>>(new Map());
  useEffect(() => {
    const page = article.current;
    if (!page || highlights.length === 0) {
      setRanges(new Map());
      return undefined;
    }
    return watchTexts(page, () => {
      const words = pageWords(page);
      setRanges(
        new Map(
          highlights.flatMap((highlight) => {
            const span = findAnchor(words.text, highlight);
            const range = span && rangeOf(words, span);
            return range ? [[highlight.id, range] as const] : [];
          }),
        ),
      );
    });
  }, [article, highlights]);
  useEffect(() => {
    CSS.highlights.set(NAME, new Highlight(...ranges.values()));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [ranges]);
  return ranges;
}
