import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from './button.tsx';

/** Where words are looked for: a page, a text that is written. */
export interface Finder {
  /** Marks every place of the words, brings the place `at` into sight (counted round), and says how many there are. */
  readonly show: (words: string, at: number) => number;
  /** Takes the marks away. */
  readonly clear: () => void;
}

interface FindWords {
  readonly label: string;
  readonly count: (place: number, all: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly close: string;
}

interface FindBarProps {
  readonly finder: Finder;
  readonly say: FindWords;
  readonly words: string;
  /** Steps from the first place, forwards or back; they may go round. */
  readonly at: number;
  readonly onWords: (words: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** The place in the round, from 0; -1 where there is none. */
export const placeOf = (at: number, all: number): number => (all === 0 ? -1 : ((at % all) + all) % all);

/** Words to find, how many there are, next and previous. Esc closes it. */
export function FindBar({ finder, say, words, at, onWords, onMove, onClose }: FindBarProps) {
  const box = useRef<HTMLInputElement>(null);
  const [all, setAll] = useState(0);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const bar = box.current?.parentElement;
    box.current?.focus();
    return () => {
      if (bar?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    setAll(finder.show(words, at));
    return finder.clear;
  }, [finder, words, at]);
  return (
    <search className="sat-find" aria-label={say.label}>
      <input
        ref={box}
        type="text"
        className="govuk-input"
        aria-label={say.label}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            // Dealt with: marks of a search under it stay.
            event.preventDefault();
            onClose();
          }
          if (event.key === 'Enter') onMove(event.shiftKey ? -1 : 1);
        }}
      />
      <output className="small muted">{words.trim() === '' ? '' : say.count(placeOf(at, all) + 1, all)}</output>
      <IconButton icon="up" label={say.previous} onClick={() => onMove(-1)} />
      <IconButton icon="down" label={say.next} onClick={() => onMove(1)} />
      <IconButton icon="close" label={say.close} onClick={onClose} />
    </search>
  );
}
