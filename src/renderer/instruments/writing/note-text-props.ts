import type { ReactNode } from 'react';
import type { CommandId } from '#bridge/commands.ts';
import type { IconName } from '#ui/icon.tsx';
import type { NoteFileFacts } from './use-pictures.ts';

/** A tool that another part of the note brings. `insert` puts Markdown where the cursor was last, as one step to undo. */
export interface TextTool {
  readonly label: string;
  readonly icon?: IconName;
  /** Does the same from wherever the focus is. */
  readonly command?: CommandId;
  /** The higher, the sooner it goes behind "More" where the row is short; those of the text have 0 to 6. */
  readonly leaves: number;
  readonly run: (insert: (markdown: string) => void) => void;
}

export interface NoteTextProps {
  /** The note's; what can be undone is kept by it. */
  readonly id: string;
  /** Its name over the tools. */
  readonly label: string;
  /** Stands in the place of the name where the page around it says what it is: the name is for screen readers alone. */
  readonly lead?: ReactNode;
  /** Markdown. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly extraTools?: readonly TextTool[];
  /** A picture was kept that the text now shows; it belongs into the note's files. */
  readonly onFile?: (file: NoteFileFacts) => void;
}
