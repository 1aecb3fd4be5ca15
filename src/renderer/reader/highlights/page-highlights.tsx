import type { RefObject } from 'react';
import { tellRemoved, useRemoved } from '#instruments/removal/last-removed.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSay } from '#kit/words.ts';
import { type Highlighted, putHighlightBack, removeHighlight, useHighlights } from '#store/own/highlights.ts';
import { scrollToFound } from '#ui/found-words.ts';
import { usePainted } from './use-painted.ts';

const NONE: readonly Highlighted[] = [];
const HEADING = 'highlights-side';

interface PageHighlightsProps {
  readonly article: RefObject<HTMLElement | null>;
  readonly pack: string;
  readonly page: string;
}

/** The person's own highlights on a page: painted in the text, and listed beside it. */
export function PageHighlights({ article, pack, page }: PageHighlightsProps) {
  const say = useSay();
  const highlights = useHighlights(pack, page) ?? NONE;
  const ranges = usePainted(article, highlights);
  const list = `highlights ${pack} ${page}`;
  const removed = useRemoved(list);
  if (highlights.length === 0 && removed === null) return null;
  const place = ({ id }: Highlighted): number => {
    const range = ranges.get(id);
    return range ? range.getBoundingClientRect().top : Number.POSITIVE_INFINITY;
  };
  const show = (range: Range): void => {
    const element = range.startContainer.parentElement?.closest<HTMLElement>('p, li, td, th, h2, h3, h4, h5, h6, pre');
    scrollToFound(range);
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    element.focus({ preventScroll: true });
  };
  const remove = (highlight: Highlighted): void => {
    const gone = removeHighlight(highlight.id);
    tellRemoved({
      list,
      words: say('highlight.removed'),
      undo: async () => {
        await gone;
        await putHighlightBack(highlight);
      },
      back: HEADING,
    });
  };
  return (
    <section className="sat-noprint">
      <h2 id={HEADING} tabIndex={-1}>
        {say('highlight.side')}
      </h2>
      <ul className="plain reader-highlights">
        {[...highlights]
          .sort((a, b) => place(a) - place(b) || a.at - b.at)
          .map((highlight) => {
            const range = ranges.get(highlight.id);
            return (
              <li key={highlight.id}>
                {range ? (
                  <button type="button" className="reader-highlights__words" onClick={() => show(range)}>
                    {highlight.words}
                  </button>
                ) : (
                  <span>
                    “{highlight.words}” <span className="small muted">{say('highlight.gone')}</span>
                  </span>
                )}
                <button
                  type="button"
                  className="reader-highlights__remove small"
                  aria-label={say('highlight.remove.of', { words: highlight.words })}
                  onClick={() => remove(highlight)}
                >
                  {say('highlight.remove')}
                </button>
              </li>
            );
          })}
      </ul>
      <RemovedLine list={list} />
    </section>
  );
}
