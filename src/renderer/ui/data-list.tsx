import type { ReactNode } from 'react';

export interface Fact {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
}

/** Names and values in two narrow columns, for side panels. */
export function DataList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="sat-dl">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names and values in wide rows with rules, for screens; `action` is a link or button at the end of the row. */
export function SummaryList({ rows }: { readonly rows: readonly (Fact & { readonly action?: ReactNode })[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div key={row.key} className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">{row.name}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.action !== undefined && <dd className="govuk-summary-list__actions">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
