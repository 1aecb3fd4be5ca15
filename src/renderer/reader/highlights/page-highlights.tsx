import { type RefObject, useRef } from 'react';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { type Highlighted, removeHighlight, useHighlights } from '#store/own/highlights.ts';
import { scrollToFound } from '#ui/found-words.ts';
import { usePainted } from './use-painted.ts';

const NONE: readonly Highlighted[] = [];

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
  const heading = useRef<HTMLHeadingElement>(null);
  if (highlights.length === 0) return null;
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
  const remove = async (highlight: Highlighted): Promise<void> => {
    heading.current?.focus();
    await removeHighlight(highlight.id);
    tellOutcome(say('highlight.removed'));
  };
  return (
    <section className="sat-noprint">
      <h2 ref={heading} tabIndex={-1}>
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
                  onClick={() => void remove(highlight)}
                >
                  {say('highlight.remove')}
                </button>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
