import type { ReactNode } from 'react';

interface DeadProps {
  /** What a reader is told in its place. */
  readonly say: string;
  readonly children?: ReactNode;
}

/** Words that were a link to something that is not there, or to an address that is not opened. */
export function DeadLink({ say, children }: DeadProps) {
  return (
    <>
      {children} <span className="sat-dead">{say}</span>
    </>
  );
}

/** A picture that is not there; `children` is what it shows, in words. */
export function MissingImage({ say, children }: DeadProps) {
  return (
    <span className="sat-missing">
      {say}
      {children ? ': ' : null}
      {children}
    </span>
  );
}
