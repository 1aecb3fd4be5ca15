import type { ComponentProps } from 'react';
import { createContext, useContext, useDeferredValue, useEffect, useState } from 'react';
import { toAddress, toScreen } from '#domain/address.ts';
import { useOutside } from '#kit/outside.ts';
import { useTreeWords } from '#kit/tree-words.ts';
import { useSay } from '#kit/words.ts';
import { loadNotePicture } from '#store/notes/note-files.ts';
import { ProseTree } from '#ui/prose-tree.tsx';
import { ScrollBox } from '#ui/scroll-box.tsx';
import { Strip } from '#ui/strip.tsx';
import { TreeImage, TreeSpan } from '#ui/tree-parts.tsx';
import { ChartBlock } from '../evidence/charts/chart-block.tsx';
import { chartIn } from '../evidence/charts/chart-in.ts';
import type { ShownText } from './shown-text.ts';
import { textReader } from './text-reader.ts';
import './editor.css';

/** Milliseconds without a change before a text is read again. */
const PAUSE = 300;

interface Read {
  readonly text: string;
  readonly shown: ShownText;
}

interface Boxes {
  readonly places: Readonly<Record<string, number>>;
  readonly tick: ((at: number) => void) | null;
}

const BoxesContext = createContext<Boxes>({ places: {}, tick: null });

interface NotePreviewProps {
  readonly text: string;
  /** Turns the sign at this place of the text, between `[` and `]`; without it no box can be ticked. */
  readonly onTick?: (at: number) => void;
}

/** A note's text as it is read. What was read last stays until a change has been read too. */
export function NotePreview({ text, onTick }: NotePreviewProps) {
  const say = useSay();
  const [last, setLast] = useState<Read>();
  const isFirst = last === undefined;
  useEffect(() => {
    let isGone = false;
    const read = (): void => {
      void textReader()
        .show(text)
        .then((shown) => {
          if (!isGone) setLast({ text, shown });
        });
    };
    const timer = setTimeout(read, isFirst ? 0 : PAUSE);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [text, isFirst]);
  const read = useDeferredValue(last);

  if (!read) return <p className="sat-readtext sat-wait">{say('editor.preview.coming')}</p>;
  const { shown } = read;
  if ('unshown' in shown) {
    return (
      <div className="sat-readtext">
        <Strip tone="warn" icon="page" fact={say('editor.unshown', { reason: shown.unshown.replaceAll('-', '') })}>
          {say('editor.unshown.more')}
        </Strip>
      </div>
    );
  }
  if (text.trim() === '') return <p className="sat-readtext muted">{say('editor.preview.empty')}</p>;
  // In a text that is longer or shorter by now a place would be another one; a tick changes no length.
  const places = read.text.length === text.length ? shown.boxes : {};
  return (
    <BoxesContext value={{ places, tick: onTick ?? null }}>
      <div className="sat-readtext sat-prose">
        <ProseTree
          tree={shown.tree}
          parts={parts}
          tableLabel={say('editor.preview.table')}
          codeLabel={say('editor.preview.code')}
        />
      </div>
    </BoxesContext>
  );
}

type ItemProps = ComponentProps<'li'> & { 'data-task'?: string; 'data-done'?: string };

/** The note has an h1 and this text an h2, so its own headings stand below. */
const parts = {
  a: NoteLink,
  img: NotePicture,
  h1: ({ id, children }: ComponentProps<'h3'>) => <h3 id={id}>{children}</h3>,
  h2: ({ id, children }: ComponentProps<'h3'>) => <h3 id={id}>{children}</h3>,
  h3: ({ id, children }: ComponentProps<'h4'>) => <h4 id={id}>{children}</h4>,
  h4: ({ id, children }: ComponentProps<'h5'>) => <h5 id={id}>{children}</h5>,
  h5: ({ id, children }: ComponentProps<'h6'>) => <h6 id={id}>{children}</h6>,
  ul: ({ className, children }: ComponentProps<'ul'>) => (
    <ul className={className?.includes('tasks') ? 'sat-checklist' : undefined}>{children}</ul>
  ),
  li: ({ 'data-task': task, 'data-done': done, children, ...props }: ItemProps) =>
    task === undefined ? (
      <li {...props}>{children}</li>
    ) : (
      <NoteTask id={task} isDone={done !== undefined}>
        {children}
      </NoteTask>
    ),
  span: NoteSpan,
  pre: NoteCode,
};

function NoteTask({ id, isDone, children }: { readonly id: string; readonly isDone: boolean } & ComponentProps<'li'>) {
  const { places, tick } = useContext(BoxesContext);
  const [isTicked, setTicked] = useState(isDone);
  useEffect(() => setTicked(isDone), [isDone]);
  const at = places[id];
  const turn = (): void => {
    if (at === undefined || !tick) return;
    // Seen at once; the text is read again a moment later.
    setTicked(!isTicked);
    tick(at);
  };
  return (
    <li>
      <label className="sat-check">
        <input type="checkbox" checked={isTicked} disabled={tick === null} onChange={turn} />
        <span>{children}</span>
      </label>
    </li>
  );
}

function NoteCode({ children }: ComponentProps<'pre'>) {
  const say = useSay();
  const code = chartIn(children);
  if (code !== null) return <ChartBlock code={code} />;
  return (
    <ScrollBox label={say('editor.preview.code')}>
      <pre>{children}</pre>
    </ScrollBox>
  );
}

function NotePicture(props: ComponentProps<'img'>) {
  return <TreeImage {...props} load={loadNotePicture} say={useTreeWords()} />;
}

function NoteSpan(props: ComponentProps<'span'>) {
  return <TreeSpan {...props} say={useTreeWords('editor.dead')} />;
}

function NoteLink({ href = '', children }: ComponentProps<'a'>) {
  const outside = useOutside(href);
  if (outside !== null) return <a {...outside}>{children}</a>;
  const screen = href.startsWith('page:') ? toScreen(href.replace('page:', '/read/')) : null;
  if (screen) return <a href={toAddress(screen)}>{children}</a>;
  return href.startsWith('#') ? <a href={href}>{children}</a> : <span>{children}</span>;
}
