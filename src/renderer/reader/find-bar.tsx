import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSay } from '#store/words.ts';
import { IconButton } from '#ui/button.tsx';
import { clearFound, findWords, paintFound, scrollToFound } from './find.ts';

interface FindBarProps {
  readonly article: RefObject<HTMLElement | null>;
  readonly words: string;
  readonly at: number;
  readonly onWords: (words: string) => void;
  readonly onMove: (step: 1 | -1, all: number) => void;
  readonly onClose: () => void;
}

/** Find in this page: words, how many, next and previous. Esc closes it. */
export function FindBar({ article, words, at, onWords, onMove, onClose }: FindBarProps) {
  const say = useSay();
  const box = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState(0);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const ranges = article.current ? findWords(article.current, words) : [];
    setAll(ranges.length);
    const current = ranges.length === 0 ? -1 : ((at % ranges.length) + ranges.length) % ranges.length;
    paintFound(ranges, current);
    scrollToFound(ranges[current]);
    return clearFound;
  }, [article, words, at]);
  const place = all === 0 ? 0 : (((at % all) + all) % all) + 1;
  return (
    <search className="sat-find" aria-label={say('reader.find')}>
      <input
        ref={box}
        type="text"
        className="govuk-input"
        aria-label={say('reader.find')}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            // Dealt with: marks of a search under it stay.
            event.preventDefault();
            onClose();
          }
          if (event.key === 'Enter') onMove(event.shiftKey ? -1 : 1, all);
        }}
      />
      <output className="small muted">{words.trim() === '' ? '' : say('reader.find.count', { at: place, all })}</output>
      <IconButton icon="up" label={say('reader.find.previous')} onClick={() => onMove(-1, all)} />
      <IconButton icon="down" label={say('reader.find.next')} onClick={() => onMove(1, all)} />
      <IconButton icon="close" label={say('reader.find.close')} onClick={onClose} />
    </search>
  );
}
