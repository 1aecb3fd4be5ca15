import type { ReactNode } from 'react';

export interface EmptyProps {
  /** What is true: "Nothing you rely on has changed". */
  readonly heading: string;
  /** One sentence: how things get here. */
  readonly children: ReactNode;
  /** One action. */
  readonly action?: ReactNode;
}

export function Empty({ heading, children, action }: EmptyProps) {
  return (
    <div className="sat-empty">
      <h2 className="sat-h2">{heading}</h2>
      <p>{children}</p>
      {action !== undefined && <div className="row sat-empty__do">{action}</div>}
    </div>
  );
}
