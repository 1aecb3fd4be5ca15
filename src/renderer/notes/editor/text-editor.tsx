import type { EditorState, TransactionSpec } from '@codemirror/state';
import { useRef, useState } from 'react';
import type { CommandId } from '#bridge/commands.ts';
import { commandOf, keysOfPress } from '#bridge/shortcuts.ts';
import { LONGEST_TEXT } from '#domain/note/note.ts';
import { announce } from '#store/announce.ts';
import { useCommandHandler } from '#store/command-handlers.ts';
import { useSettings } from '#store/settings.ts';
import { useSay } from '#store/words.ts';
import { newTable, tidyTable } from './markdown-table.ts';
import type { NoteTextProps } from './note-text.tsx';
import { TableSize } from './table-size.tsx';
import { addLink, addText, moveItems, toggleHeading, toggleLines, toggleMark, toggleTicks } from './text-edits.ts';
import { Toolbar } from './toolbar.tsx';
import { useTextView } from './use-text-view.ts';
import './editor.css';

type Edit = (state: EditorState) => TransactionSpec | null;

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
  'textLink',
  'textQuote',
  'table',
  'tidyTable',
] as const satisfies readonly CommandId[];
type Writing = (typeof WRITING)[number];

const isWriting = (id: CommandId | null): id is Writing => WRITING.some((one) => one === id);

/** Markdown as it is written: a toolbar and the text. */
export function TextEditor({ id, label, text, onChange, extraTools = [] }: NoteTextProps) {
  const say = useSay();
  const settings = useSettings();
  const place = useRef<HTMLDivElement>(null);
  const [isSizing, setSizing] = useState(false);
  const [isTooLong, setTooLong] = useState(false);

  const view = useTextView(place, id, text, {
    label: () => label,
    change: (changed) => {
      setTooLong(false);
      onChange(changed);
    },
    pressed: (event) => {
      if (event.isComposing || event.getModifierState('AltGraph')) return false;
      const keys = keysOfPress(event, navigator.platform.startsWith('Mac'));
      const command = keys === null ? null : commandOf(keys, settings, true);
      if (!isWriting(command)) return false;
      edits[command]();
      return true;
    },
    tooLong: () => {
      setTooLong(true);
      announce(say('editor.tooLong', { most: LONGEST_TEXT }), { assertive: true });
    },
  });

  const edit = (make: Edit): void => {
    if (!view) return;
    const change = make(view.state);
    if (change) view.dispatch(change);
    view.focus();
  };
  const edits: Readonly<Record<Writing, () => void>> = {
    bold: () => edit((state) => toggleMark(state, '**')),
    italic: () => edit((state) => toggleMark(state, '_')),
    heading: () => edit(toggleHeading),
    list: () => edit((state) => toggleLines(state, 'list')),
    numbered: () => edit((state) => toggleLines(state, 'numbered')),
    task: () => edit((state) => toggleLines(state, 'task')),
    tick: () => edit(toggleTicks),
    itemIn: () => edit((state) => moveItems(state, 'in')),
    itemOut: () => edit((state) => moveItems(state, 'out')),
    textLink: () => edit((state) => addLink(state, say('editor.link.words'))),
    textQuote: () => edit((state) => toggleLines(state, 'quote')),
    table: () => setSizing(true),
    tidyTable: () => edit(tidyTable),
  };
  const addTable = (columns: number, rows: number): void => {
    setSizing(false);
    const table = newTable(columns, rows, (number) => say('editor.table.column', { number }));
    edit((state) => addText(state, table));
  };

  return (
    <>
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
            { key: 'table', label: say('command.table'), expanded: isSizing, run: () => setSizing(!isSizing) },
            { key: 'link', label: say('command.textLink'), run: edits.textLink },
            { key: 'quote', label: say('command.textQuote'), run: edits.textQuote },
          ],
          extraTools.map((tool) => ({
            key: tool.label,
            label: tool.label,
            icon: tool.icon,
            run: () => tool.run((markdown) => edit((state) => addText(state, markdown))),
          })),
        ]}
      />
      {isSizing && (
        <TableSize
          onInsert={addTable}
          onCancel={() => {
            setSizing(false);
            view?.focus();
          }}
        />
      )}
      {isTooLong && (
        <p className="sat-editor__wrong" role="note">
          {say('editor.tooLong', { most: LONGEST_TEXT })}
        </p>
      )}
      <div className="sat-editor" ref={place} />
      {WRITING.map((command) => (
        <Handler key={command} id={command} run={edits[command]} />
      ))}
    </>
  );
}

/** A command of the text for menu and palette, while the text is written. */
function Handler({ id, run }: { readonly id: Writing; readonly run: () => void }) {
  useCommandHandler(id, run);
  return null;
}
