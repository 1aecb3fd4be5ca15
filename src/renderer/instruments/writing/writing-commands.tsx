import type { CommandId } from '#bridge/commands.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import type { TextTool } from './note-text-props.ts';

const WRITING = [
  'bold',
  'italic',
  'heading',
  'list',
  'numbered',
  'task',
  'tick',
  'itemIn',
  'itemOut',
  'table',
  'tidyTable',
  'addRow',
  'addColumn',
  'removeRow',
  'removeColumn',
  'textLink',
  'picture',
  'textQuote',
] as const satisfies readonly CommandId[];

/** What can be done to a text while it is written. */
export type Writing = (typeof WRITING)[number];

export const isWriting = (id: CommandId | null): id is Writing => WRITING.some((one) => one === id);

/** Offers the edits in the palette while the text is written. */
export function WritingCommands({ edits }: { readonly edits: Readonly<Record<Writing, () => void>> }) {
  return WRITING.map((id) => <WritingCommand key={id} id={id} run={edits[id]} />);
}

/** Offers tools that have a command of their own, also while the text is only read. */
export function ToolCommands(props: {
  readonly tools: readonly TextTool[];
  readonly onTool: (tool: TextTool) => void;
}) {
  return props.tools.map((tool) =>
    tool.command === undefined ? null : (
      <WritingCommand key={tool.command} id={tool.command} run={() => props.onTool(tool)} />
    ),
  );
}

function WritingCommand({ id, run }: { readonly id: CommandId; readonly run: () => void }) {
  useCommandHandler(id, run);
  return null;
}
