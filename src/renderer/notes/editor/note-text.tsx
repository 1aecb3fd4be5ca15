import { lazy, Suspense } from 'react';
import type { IconName } from '#ui/icon.tsx';

/** A tool that another part of the note brings. `insert` puts Markdown at the cursor, as one step to undo. */
export interface TextTool {
  readonly label: string;
  readonly icon?: IconName;
  readonly run: (insert: (markdown: string) => void) => void;
}

export interface NoteTextProps {
  /** The note's; what can be undone is kept by it. */
  readonly id: string;
  readonly label: string;
  /** Markdown. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly extraTools?: readonly TextTool[];
}

const TextEditor = lazy(() => import('./text-editor.tsx').then((m) => ({ default: m.TextEditor })));

/** The text of a note under its heading. */
export function NoteText(props: NoteTextProps) {
  return (
    <section className="sat-text">
      <div className="sat-head">
        <h2 className="sat-h2">{props.label}</h2>
      </div>
      <Suspense fallback={<div className="sat-editor sat-editor--coming">{props.text.slice(0, 5_000)}</div>}>
        <TextEditor {...props} />
      </Suspense>
    </section>
  );
}
