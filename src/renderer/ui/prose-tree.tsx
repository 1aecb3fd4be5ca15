import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ScrollBox } from './scroll-box.tsx';

interface ProseTreeProps {
  /** Sanitised. */
  readonly tree: Root;
  /** What stands for the elements that are more than themselves. The same object each time: it keeps their state. */
  readonly parts: Partial<Components>;
  /** Names of a table's and a code's own scroller. */
  readonly tableLabel: string;
  readonly codeLabel: string;
}

/** A sanitised tree as React nodes. No HTML text is made on the way. */
export function ProseTree({ tree, parts, tableLabel, codeLabel }: ProseTreeProps): ReactNode {
  const components = useMemo(() => ({ ...appParts(tableLabel, codeLabel), ...parts }), [parts, tableLabel, codeLabel]);
  return useMemo(
    () =>
      toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true, tableCellAlignToStyle: false }),
    [tree, components],
  );
}

/** The pipeline's names for a box (`callout callout-law`) in the names of the app's styles. */
const calloutClass = (className: string | undefined): string | undefined =>
  className?.replace(/\bcallout-(\w+)/g, 'sat-callout--$1').replace(/(^|\s)callout\b/g, '$1sat-callout');

/** A column that its author set to the right holds figures. */
const withFigures = (className: string, align: string | undefined): string =>
  align === 'right' ? `${className} num` : align === 'center' ? `${className} sat-center` : className;

/** What heads a cell of a table that is too wide for paper. */
interface Labelled {
  readonly 'data-label'?: string;
}

const appParts = (tableLabel: string, codeLabel: string): Partial<Components> => ({
  div: ({ className, children, ...props }: ComponentProps<'div'>) =>
    className === 'table-scroll' ? (
      <ScrollBox label={tableLabel}>{children}</ScrollBox>
    ) : (
      <div {...props} className={calloutClass(className)}>
        {children}
      </div>
    ),
  pre: ({ children }: ComponentProps<'pre'>) => (
    <ScrollBox label={codeLabel}>
      <pre>{children}</pre>
    </ScrollBox>
  ),
  th: ({ align, scope, colSpan, rowSpan, 'data-label': label, children }: ComponentProps<'th'> & Labelled) => (
    <th
      className={withFigures('govuk-table__header', align)}
      scope={scope}
      colSpan={colSpan}
      rowSpan={rowSpan}
      data-label={label}
    >
      {children}
    </th>
  ),
  td: ({ align, colSpan, rowSpan, 'data-label': label, children }: ComponentProps<'td'> & Labelled) => (
    <td className={withFigures('govuk-table__cell', align)} colSpan={colSpan} rowSpan={rowSpan} data-label={label}>
      {children}
    </td>
  ),
  table: ({ className, children }: ComponentProps<'table'>) => (
    <table className={className === 'wide' ? 'govuk-table sat-wide' : 'govuk-table'}>{children}</table>
  ),
});
