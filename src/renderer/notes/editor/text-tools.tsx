import { useSay } from '#store/words.ts';
import type { TextTool } from './note-text.tsx';
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
      groups={[
        [
          { key: 'bold', label: say('command.bold'), face: <b>B</b>, run: edits.bold },
          { key: 'italic', label: say('command.italic'), face: <i>I</i>, run: edits.italic },
          { key: 'heading', label: say('command.heading'), run: edits.heading },
          { key: 'list', label: say('command.list'), run: edits.list },
          { key: 'numbered', label: say('command.numbered'), run: edits.numbered },
          { key: 'task', label: say('command.task'), run: edits.task },
          { key: 'table', label: say('command.table'), expanded: isSizing, run: edits.table },
          { key: 'link', label: say('command.textLink'), run: edits.textLink },
          { key: 'picture', label: say('command.picture'), run: edits.picture },
          { key: 'quote', label: say('command.textQuote'), run: edits.textQuote },
        ],
        extraTools.map((tool) => ({ key: tool.label, label: tool.label, icon: tool.icon, run: () => onTool(tool) })),
      ]}
    />
  );
}
