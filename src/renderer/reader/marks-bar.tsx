import { type RefObject, useEffect, useRef, useState } from 'react';
import { announce } from '#kit/announce.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import { IconButton } from '#ui/button.tsx';
import { clearFound, paintFound, scrollToFound } from '#ui/found-words.ts';
import { findMarks } from './find.ts';
import { watchTexts } from './text-watch.ts';

const NONE: readonly Range[] = [];
/** What is heard of the words around a mark, characters to each side. */
const AROUND = 60;

interface MarksBarProps {
  readonly article: RefObject<HTMLElement | null>;
  readonly query: string;
  /** Where the page was opened: the walk begins at its first mark. */
  readonly section: string | undefined;
  readonly onClose: () => void;
}

/** The words of the search that led here, marked: how many, next and previous. Esc takes the marks away. */
export function MarksBar({ article, query, section, onClose }: MarksBarProps) {
  const say = useSay();
  const bar = useRef<HTMLElement>(null);
  const [found, setFound] = useState<readonly Range[]>();
  const [steps, setSteps] = useState(0);
  const ranges = found ?? NONE;
  const all = ranges.length;
  const at = all === 0 ? 0 : (((firstOf(article.current, ranges, section) + steps) % all) + all) % all;

  useEffect(() => {
    const page = article.current;
    if (!page) return undefined;
    return watchTexts(page, () => setFound(findMarks(page, query)));
  }, [article, query]);

  useEffect(() => {
    paintFound(ranges, at);
    return clearFound;
  }, [ranges, at]);

  const move = (step: 1 | -1): void => {
    const next = (at + step + all) % all;
    const range = ranges[next];
    setSteps(steps + step);
    scrollToFound(range);
    announce(say('reader.marks.heard', { at: next + 1, all, text: range ? around(range) : '' }));
  };
  useCommandHandler('findNext', all > 0 ? () => move(1) : null);
  useCommandHandler('findPrevious', all > 0 ? () => move(-1) : null);

  const close = (): void => {
    // What held the focus goes away.
    if (bar.current?.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
    onClose();
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      latest.current();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  // It takes its room from the first, so that the section that is come to stands below it.
  if (found?.length === 0) return null;
  return (
    <section className="sat-find" ref={bar} aria-label={say('reader.marks')}>
      <p className="sat-find__words">{say('reader.marks')}</p>
      <span className="small muted">{all === 0 ? '' : say('find.count', { at: at + 1, all })}</span>
      <IconButton icon="up" label={say('reader.marks.previous')} onClick={() => move(-1)} />
      <IconButton icon="down" label={say('reader.marks.next')} onClick={() => move(1)} />
      <IconButton icon="close" label={say('reader.marks.close')} onClick={close} />
    </section>
  );
}

/** The first mark of the section, or the first after it. */
function firstOf(article: HTMLElement | null, ranges: readonly Range[], section: string | undefined): number {
  const heading = section === undefined ? null : article?.querySelector(`[data-section="${CSS.escape(section)}"]`);
  if (!heading) return 0;
  const first = ranges.findIndex(
    ({ startContainer }) => heading.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.max(0, first);
}

function around({ startContainer, startOffset, endOffset }: Range): string {
  const text = startContainer.nodeValue ?? '';
  return text.slice(Math.max(0, startOffset - AROUND), endOffset + AROUND).trim();
}
