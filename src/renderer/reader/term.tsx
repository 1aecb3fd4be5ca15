import { useContext, useEffect, useId, useRef, useState } from 'react';
import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import { PageContext } from './page-context.ts';

const HOVER_MS = 300;

interface TermProps {
  readonly term: string;
  /** Signs that touch it, such as brackets: they stay on its line. */
  readonly before: string;
  readonly after: string;
}

/**
 * A glossary term: a button whose meaning opens on hover after a moment, on focus and on Enter. Esc closes it and the
 * pointer may enter it (WCAG 1.4.13).
 */
export function Term({ term, before, after }: TermProps) {
  const say = useSay();
  const { pack, termOf } = useContext(PageContext);
  const [open, setOpen] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  const id = useId();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const known = termOf(term);
  if (!known) return before + term + after;
  const { entry } = known;

  const later = (next: boolean): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(next), HOVER_MS);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering is an extra way; the button is the control
    <span className="sat-termbox nowrap" onMouseEnter={() => later(true)} onMouseLeave={() => later(false)}>
      {before}
      <button
        type="button"
        className="sat-term"
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        onClick={() => setOpen(!open)}
        // A click focuses too, and then it is the click that opens.
        onFocus={(event) => setOpen(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {term}
      </button>
      {after}
      {open ? (
        <span className="sat-pop" id={id} role="note">
          <b>{entry.term}</b>: {entry.expansion}
          <span className="sat-pop__meaning">{entry.meaning}</span>
          {entry.see_also.length > 0 ? (
            <span className="sat-pop__also">
              {say('reader.term.see')} {entry.see_also.join(', ')}
            </span>
          ) : null}
          {known.pack === pack ? null : (
            <span className="sat-pop__also">
              {say('reader.term.from', { pack: known.packTitle })} <UnverifiedPack pack={known.pack} />
            </span>
          )}
        </span>
      ) : null}
    </span>
  );
}
