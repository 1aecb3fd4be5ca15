import { useSay } from '#kit/words.ts';
import type { TextTool } from './note-text-props.ts';
import { Toolbar } from './toolbar.tsx';
import type { Writing } from './writing-commands.tsx';

interface TextToolsProps {
  readonly edits: Readonly<Record<Writing, () => void>>;
  /** The form for a new table is open. */
  readonly isSizing: boolean;
  readonly extraTools: readonly TextTool[];
  readonly onTool: (tool: TextTool) => void;
}

/** The toolbar of a text: its own tools, then those of other parts of the note. */
export function TextTools({ edits, isSizing, extraTools, onTool }: TextToolsProps) {
  const say = useSay();
  return (
    <Toolbar
      label={say('editor.tools')}
      moreLabel={say('editor.more')}
      groups={[
        [
          { key: 'bold', label: say('command.bold'), face: <b>B</b>, leaves: 0, run: edits.bold },
          { key: 'italic', label: say('command.italic'), face: <i>I</i>, leaves: 1, run: edits.italic },
          { key: 'heading', label: say('command.heading'), leaves: 1, run: edits.heading },
          { key: 'list', label: say('command.list'), leaves: 1, run: edits.list },
          { key: 'numbered', label: say('command.numbered'), leaves: 5, run: edits.numbered },
          { key: 'task', label: say('command.task'), leaves: 1, run: edits.task },
          { key: 'table', label: say('command.table'), expanded: isSizing, leaves: 2, run: edits.table },
          { key: 'link', label: say('command.textLink'), leaves: 3, run: edits.textLink },
          { key: 'picture', label: say('command.picture'), leaves: 4, run: edits.picture },
          { key: 'quote', label: say('command.textQuote'), leaves: 6, run: edits.textQuote },
        ],
        extraTools.map((tool) => ({
          key: tool.label,
          label: tool.label,
          icon: tool.icon,
          leaves: tool.leaves,
          run: () => onTool(tool),
        })),
      ]}
    />
  );
}
