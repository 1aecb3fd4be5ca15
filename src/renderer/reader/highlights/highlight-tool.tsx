import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { anchorAt, findAnchor, sentencesOf } from '#domain/anchor.ts';
import type { Section } from '#domain/pack/page.ts';
import { shortened } from '#domain/shortened.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { addHighlight } from '#store/own/highlights.ts';
import { Button } from '#ui/button.tsx';
import { PaletteFrame } from '#ui/palette.tsx';
import { pageWords, spanOf } from './page-words.ts';

/** Characters of a highlight that the status bar repeats. */
const LONGEST = 60;

interface HighlightToolProps {
  readonly article: RefObject<HTMLElement | null>;
  readonly pack: string;
  readonly page: string;
  readonly language: string;
  /** The section in view. */
  readonly section: Section | undefined;
}

/** Highlights the words that are selected; without any, a sentence of the section in view is chosen from a list. */
export function HighlightTool({ article, pack, page, language, section }: HighlightToolProps) {
  const say = useSay();
  const [choosing, setChoosing] = useState<readonly string[]>();
  const keep = async (words: string, span: { readonly start: number; readonly end: number }, of?: string) => {
    await addHighlight({ pack, page, section: of ?? section?.id ?? '', ...anchorAt(words, span.start, span.end) });
    tellOutcome(say('highlight.added', { words: shortened(words.slice(span.start, span.end), LONGEST) }));
  };
  const run = (): void => {
    const root = article.current;
    if (!root) return;
    const words = pageWords(root);
    const selection = getSelection();
    const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    const span = range && spanOf(words, range);
    if (range && span && words.text.slice(span.start, span.end).trim() !== '') {
      void keep(words.text, span, sectionOf(root, range));
      selection?.removeAllRanges();
      return;
    }
    setChoosing(sentencesOf(section?.text ?? '', language));
  };
  const choose = (sentence: string): void => {
    const root = article.current;
    // The dialog goes first and gives focus back.
    flushSync(() => setChoosing(undefined));
    if (!root) return;
    const { text } = pageWords(root);
    const span = findAnchor(text, { words: sentence, before: '', after: '' });
    if (span) void keep(text, span);
    else tellOutcome(say('highlight.not'));
  };
  useCommandHandler('highlight', run);
  return (
    <>
      {/* Pressing it must not take the selection away. */}
      <Button kind="tool" icon="highlight" onMouseDown={(event) => event.preventDefault()} onClick={run}>
        {say('highlight.tool')}
      </Button>
      {choosing ? (
        <SentencePicker
          heading={section?.heading ?? ''}
          sentences={choosing}
          onChoose={choose}
          onClose={() => setChoosing(undefined)}
        />
      ) : null}
    </>
  );
}

interface SentencePickerProps {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly onChoose: (sentence: string) => void;
  readonly onClose: () => void;
}

function SentencePicker({ heading, sentences, onChoose, onClose }: SentencePickerProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = sentences.filter((one) => asked.every((word) => one.toLowerCase().includes(word)));
  return (
    <PaletteFrame
      title={say('highlight.choose')}
      inputLabel={say('highlight.label')}
      listLabel={say('highlight.list')}
      words={words}
      onWords={setWords}
      groups={[
        {
          key: 'sentences',
          heading: say('highlight.of', { heading }),
          options: shown.map((sentence) => ({ key: sentence, icon: 'highlight', label: sentence })),
        },
      ]}
      nothing={say('highlight.nothing')}
      count={say('cite.found', { count: shown.length })}
      hints={null}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

/** The section that a range begins in; '' for what stands before the first. */
function sectionOf(root: Element, range: Range): string {
  const headings = [...root.querySelectorAll('[data-section]')];
  const last = headings.findLast(
    (heading) =>
      heading.contains(range.startContainer) ||
      heading.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return last?.getAttribute('data-section') ?? '';
}
