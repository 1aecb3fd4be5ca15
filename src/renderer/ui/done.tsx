import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface DoneProps {
  /** What was done, '' for nothing yet. */
  readonly text: string;
  /** A way back, if there is one. */
  readonly children?: ReactNode;
}

/** What a tool did, beside it. The status bar tells screen readers. */
export function Done({ text, children }: DoneProps) {
  if (text === '') return null;
  return (
    <span className="sat-done">
      <Icon name="tick" small />
      {text}
      {children}
    </span>
  );
}
