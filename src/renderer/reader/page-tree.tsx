import type { Root } from 'hast';
import { type ComponentProps, type ReactNode, useContext, useMemo } from 'react';
import { useTreeWords } from '#kit/tree-words.ts';
import { useSay } from '#kit/words.ts';
import { labelWideTables } from '#markdown/wide-tables.ts';
import { loadImage } from '#store/packs/images.ts';
import { ProseTree } from '#ui/prose-tree.tsx';
import { TreeImage, TreeSpan } from '#ui/tree-parts.tsx';
import { PageContext } from './page-context.ts';
import { PageLink } from './page-link.tsx';
import { SectionHeading } from './section-heading.tsx';
import { TaskItem, TaskList } from './task-list.tsx';
import { Term } from './term.tsx';
import { markTerms } from './terms.ts';

type SpanProps = ComponentProps<'span'> & {
  'data-term'?: string;
  'data-before'?: string;
  'data-after'?: string;
};
type ItemProps = ComponentProps<'li'> & { 'data-task'?: string };

const isListOfTasks = (className: string | undefined): boolean => className?.split(' ').includes('tasks') === true;

const parts = {
  a: PageLink,
  img: PackImage,
  h1: (props: ComponentProps<'h2'>) => <SectionHeading level={2} {...props} />,
  h2: (props: ComponentProps<'h2'>) => <SectionHeading level={2} {...props} />,
  h3: (props: ComponentProps<'h3'>) => <SectionHeading level={3} {...props} />,
  h4: (props: ComponentProps<'h4'>) => <SectionHeading level={4} {...props} />,
  h5: (props: ComponentProps<'h5'>) => <SectionHeading level={5} {...props} />,
  h6: (props: ComponentProps<'h6'>) => <SectionHeading level={6} {...props} />,
  ul: ({ className, children }: ComponentProps<'ul'>) =>
    isListOfTasks(className) ? <TaskList>{children}</TaskList> : <ul>{children}</ul>,
  li: ({ 'data-task': task, children, ...props }: ItemProps) =>
    task === undefined ? <li {...props}>{children}</li> : <TaskItem id={task}>{children}</TaskItem>,
  span: PackSpan,
};

/** A picture of the pack. */
function PackImage(props: ComponentProps<'img'>) {
  return <TreeImage {...props} load={loadImage} say={useTreeWords()} />;
}

function PackSpan({ 'data-term': term, 'data-before': before = '', 'data-after': after = '', ...props }: SpanProps) {
  const words = useTreeWords();
  if (term !== undefined) return <Term term={term} before={before} after={after} />;
  return <TreeSpan {...props} say={words} />;
}

/** A page's sanitised tree as React nodes, with its glossary terms marked. */
export function PageTree({ tree }: { readonly tree: Root }): ReactNode {
  const say = useSay();
  const { title, termOf } = useContext(PageContext);
  const marked = useMemo(() => labelWideTables(markTerms(tree, (term) => termOf(term) !== undefined)), [tree, termOf]);
  return (
    <ProseTree
      tree={marked}
      parts={parts}
      tableLabel={say('reader.table.of', { heading: title })}
      codeLabel={say('reader.code.of', { heading: title })}
    />
  );
}
