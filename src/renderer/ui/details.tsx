import { type ReactNode, useState } from 'react';

interface DetailsProps {
  readonly summary: ReactNode;
  /** What is inside is only made while it is open: for much that changes often. */
  readonly lazy?: boolean;
  readonly children: ReactNode;
}

/** GOV.UK details: closed words that open in place. */
export function Details({ summary, lazy = false, children }: DetailsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="govuk-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{open || !lazy ? children : null}</div>
    </details>
  );
}
