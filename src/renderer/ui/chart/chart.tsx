import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Details } from '../details.tsx';
import type { PlotKit } from './kit.ts';
import { type Draw, svgOf } from './svg.ts';
import './chart.css';

interface ChartTable {
  readonly heads: readonly string[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartProps {
  /** The message, not the topic. */
  readonly title: string;
  readonly unit: string;
  /** All that the picture shows, in sentences. */
  readonly summary: string;
  readonly table: ChartTable;
  /** "Show as a table". */
  readonly tableLabel: string;
  /** Must be the same function as long as the figures are the same. */
  readonly draw: Draw;
}

/** A picture that is never alone: message, unit, the same in a sentence, and the figures as a table. */
export function Chart({ title, unit, summary, table, tableLabel, draw }: ChartProps) {
  const sentence = useId();
  return (
    <figure className="sat-chart">
      <figcaption>
        <b>{title}</b>
        <span className="small muted">{unit}</span>
      </figcaption>
      <Drawing draw={draw} label={title} describedBy={sentence} />
      <p id={sentence}>{summary}</p>
      <Details summary={tableLabel}>
        <FigureTable caption={title} table={table} />
      </Details>
    </figure>
  );
}

function Drawing({ draw, label, describedBy }: { draw: Draw; label: string; describedBy: string }) {
  const host = useRef<HTMLDivElement>(null);
  const kit = usePlotKit();
  const width = useWidth(host);
  useLayoutEffect(() => {
    const node = host.current;
    if (!node || !kit || width === 0) return;
    const em = Number.parseFloat(getComputedStyle(node).fontSize);
    node.replaceChildren(svgOf(kit, draw, { width, em }, { label, describedBy }));
  }, [kit, width, draw, label, describedBy]);
  // Paper waits for what is still coming.
  return <div ref={host} className="sat-chart__picture" data-coming={kit ? undefined : ''} />;
}

/** Plot, in a chunk of its own: only who looks at a picture loads it. */
function usePlotKit(): PlotKit | undefined {
  const [kit, setKit] = useState<PlotKit>();
  useEffect(() => {
    let left = false;
    void import('./kit.ts').then(({ kit: loaded }) => {
      if (!left) setKit(loaded);
    });
    return () => {
      left = true;
    };
  }, []);
  return kit;
}

/** Whole css pixels, followed as the window changes; 0 while it is not shown. */
function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = host.current;
    if (!node) return undefined;
    const read = () => setWidth(Math.floor(node.clientWidth));
    read();
    const watching = new ResizeObserver(read);
    watching.observe(node);
    return () => watching.disconnect();
  }, [host]);
  return width;
}

function FigureTable({ caption, table }: { readonly caption: string; readonly table: ChartTable }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className="sat-scrollx" role="group" aria-labelledby={id} tabIndex={0}>
      <table className="govuk-table">
        <caption id={id} className="govuk-table__caption">
          {caption}
        </caption>
        <thead>
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col" className="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head = '', ...cells], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are shown whole and have no name that is theirs alone
            <tr key={at}>
              <th scope="row" className="govuk-table__header">
                {head}
              </th>
              {cells.map((cell, column) => (
                <td key={table.heads[column + 1] ?? column} className="govuk-table__cell">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
