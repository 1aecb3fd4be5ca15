import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { GlossaryTerm } from '#domain/glossary.ts';
import { BlobImage } from './blob-image.tsx';
import { DeadLink, MissingImage } from './dead.tsx';
import { PageLink } from './page-link.tsx';
import { ScrollCode } from './scroll-code.tsx';
import { ScrollTable } from './scroll-table.tsx';
import { SectionHeading } from './section-heading.tsx';
import { TaskItem, TaskList } from './task-list.tsx';
import { Term } from './term.tsx';
import { markTerms } from './terms.ts';

type SpanProps = ComponentProps<'span'> & {
  'data-term'?: string;
  'data-before'?: string;
  'data-after'?: string;
  'data-dead'?: string;
};
type DivProps = ComponentProps<'div'> & { 'data-table'?: string };
type ItemProps = ComponentProps<'li'> & { 'data-task'?: string };

const isListOfTasks = (className: string | undefined): boolean => className?.split(' ').includes('tasks') === true;

/** The pipeline's names for a box (`callout callout-law`) in the names of the app's styles. */
const calloutClass = (className: string | undefined): string | undefined =>
  className?.replace(/\bcallout-(\w+)/g, 'sat-callout--$1').replace(/(^|\s)callout\b/g, '$1sat-callout');

/** What stands for each element of a page that is more than itself. Everything else is the plain element. */
const components = {
  a: PageLink,
  img: BlobImage,
  h1: (props: ComponentProps<'h2'>) => <SectionHeading level={2} {...props} />,
  h2: (props: ComponentProps<'h2'>) => <SectionHeading level={2} {...props} />,
  h3: (props: ComponentProps<'h3'>) => <SectionHeading level={3} {...props} />,
  h4: (props: ComponentProps<'h4'>) => <SectionHeading level={4} {...props} />,
  h5: (props: ComponentProps<'h5'>) => <SectionHeading level={5} {...props} />,
  h6: (props: ComponentProps<'h6'>) => <SectionHeading level={6} {...props} />,
  div: ({ className, children, ...props }: DivProps) =>
    className === 'table-scroll' ? (
      <ScrollTable>{children}</ScrollTable>
    ) : (
      <div {...props} className={calloutClass(className)}>
        {children}
      </div>
    ),
  pre: ({ children }: ComponentProps<'pre'>) => <ScrollCode>{children}</ScrollCode>,
  ul: ({ className, children }: ComponentProps<'ul'>) =>
    isListOfTasks(className) ? <TaskList>{children}</TaskList> : <ul>{children}</ul>,
  li: ({ 'data-task': task, children, ...props }: ItemProps) =>
    task === undefined ? <li {...props}>{children}</li> : <TaskItem id={task}>{children}</TaskItem>,
  th: ({ scope, colSpan, rowSpan, children }: ComponentProps<'th'>) => (
    <th className="govuk-table__header" scope={scope} colSpan={colSpan} rowSpan={rowSpan}>
      {children}
    </th>
  ),
  td: ({ colSpan, rowSpan, children }: ComponentProps<'td'>) => (
    <td className="govuk-table__cell" colSpan={colSpan} rowSpan={rowSpan}>
      {children}
    </td>
  ),
  table: ({ children }: ComponentProps<'table'>) => <table className="govuk-table">{children}</table>,
  span: ({
    'data-term': term,
    'data-before': before = '',
    'data-after': after = '',
    children,
    ...props
  }: SpanProps) => {
    if (term !== undefined) return <Term term={term} before={before} after={after} />;
    if (props.className === 'dead-link') return <DeadLink address={props['data-dead']}>{children}</DeadLink>;
    if (props.className === 'dead-image') return <MissingImage>{children}</MissingImage>;
    return <span {...props}>{children}</span>;
  },
};

/** A page's sanitised tree as React nodes. No HTML text is made on the way. */
export function PageTree({
  tree,
  glossary,
}: {
  readonly tree: Root;
  readonly glossary: readonly GlossaryTerm[];
}): ReactNode {
  return useMemo(
    () => toJsxRuntime(markTerms(tree, glossary), { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true }),
    [tree, glossary],
  );
}
