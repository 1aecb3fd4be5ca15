import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ChartBlock } from '#instruments/evidence/charts/chart-block.tsx';
import { chartIn } from '#instruments/evidence/charts/chart-in.ts';
import type { NoteTree } from '#instruments/writing/note-tree.ts';
import { useSay } from '#kit/words.ts';
import { NotePicture } from './note-picture.tsx';

/** The words of a note as they are laid out on paper. */
export function PrintedBody({ content }: { readonly content: NoteTree }): ReactNode {
  const say = useSay();
  const { tree, body } = content;
  const drawn = useMemo(
    () => tree && toJsxRuntime(tree, { Fragment, jsx, jsxs, components: PARTS, ignoreInvalidStyle: true }),
    [tree],
  );
  if (drawn) return drawn;
  return (
    <>
      <p>{say('print.unshown')}</p>
      <pre className="sharing-plain">{body}</pre>
    </>
  );
}

type ItemProps = ComponentProps<'li'> & { 'data-task'?: string; 'data-done'?: string };

/** Headings are one step lower than in the note's own file: the screen has a title above. */
const PARTS = {
  h1: ({ children }: ComponentProps<'h2'>) => <h2>{children}</h2>,
  h2: ({ children }: ComponentProps<'h3'>) => <h3>{children}</h3>,
  h3: ({ children }: ComponentProps<'h4'>) => <h4>{children}</h4>,
  h4: ({ children }: ComponentProps<'h5'>) => <h5>{children}</h5>,
  h5: ({ children }: ComponentProps<'h6'>) => <h6>{children}</h6>,
  h6: ({ children }: ComponentProps<'h6'>) => <h6>{children}</h6>,
  a: ({ href = '', children }: ComponentProps<'a'>) =>
    /^(?:https|mailto):/.test(href) && children !== href.replace(/^mailto:/, '') ? (
      <>
        {children} <span className="sharing-address">({href})</span>
      </>
    ) : (
      children
    ),
  img: ({ src, alt = '' }: ComponentProps<'img'>) => {
    const sha256 = String(src).slice('blob/'.length);
    return <NotePicture sha256={sha256} alt={alt} />;
  },
  pre: ({ children }: ComponentProps<'pre'>) => {
    const code = chartIn(children);
    return code === null ? <pre>{children}</pre> : <ChartBlock code={code} />;
  },
  // Paper has nothing to open.
  details: ({ children }: ComponentProps<'details'>) => <div className="sharing-details">{children}</div>,
  summary: ({ children }: ComponentProps<'summary'>) => (
    <p>
      <b>{children}</b>
    </p>
  ),
  li: ({ 'data-task': task, 'data-done': done, children, ...props }: ItemProps) => (
    <li {...props}>
      {task === undefined ? null : done === undefined ? '☐ ' : '☑ '}
      {children}
    </li>
  ),
};
