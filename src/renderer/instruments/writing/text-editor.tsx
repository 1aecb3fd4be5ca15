import type { EditorState, Text, TransactionSpec } from '@codemirror/state';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { commandOf, keysOfPress } from '#bridge/shortcuts.ts';
import { LONGEST_TEXT } from '#domain/note/choices.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { announce } from '#kit/announce.ts';
import { useFind } from '#kit/find.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { withoutInvisible } from '#markdown/invisible.ts';
import { Button } from '#ui/button.tsx';
import { FindBar } from '#ui/find-bar.tsx';
import { finderIn } from '#ui/found-words.ts';
import { Strip } from '#ui/strip.tsx';
import { focusText } from './drawn/drawn-table.ts';
import { finderOf } from './found-in-text.ts';
import { holdPoint } from './held-place.ts';
import { toggleMark } from './inline-marks.ts';
import { lastCaret } from './last-caret.ts';
import { NotePreview } from './note-preview.tsx';
import type { NoteTextProps, TextTool } from './note-text-props.ts';
import { type Pasting, takeDrop, takePaste } from './pasting.ts';
import { PictureForm } from './picture-form.tsx';
import { newTable, tidyTable } from './tables/markdown-table.ts';
import { editTable } from './tables/table-edits.ts';
import { TableSize } from './tables/table-size.tsx';
import { addLink, addText, moveItems, toggleHeading, toggleLines, toggleTicks } from './text-edits.ts';
import { textReader } from './text-reader.ts';
import { TextTools } from './text-tools.tsx';
import { usePictures } from './use-pictures.ts';
import { useTextView } from './use-text-view.ts';
import { isWriting, ToolCommands, type Writing, WritingCommands } from './writing-commands.tsx';
import './editor.css';

/** Pixels at the top that tools lie over while the page scrolls. */
const coveredBy = (tools: HTMLElement | null): number =>
  tools && getComputedStyle(tools).position === 'sticky' ? tools.offsetHeight : 0;

type Edit = (state: EditorState) => TransactionSpec | null;

/** Something that was not done as it was asked for. */
interface News {
  readonly fact: string;
  readonly more: string;
  readonly tone: 'info' | 'bad';
}

/** Markdown as it is written, with its tools, or as it is read. */
export function TextEditor(props: NoteTextProps & { readonly isRead: boolean }) {
  const { id, label, text, onChange, extraTools = [], onFile, isRead } = props;
  const say = useSay();
  const settings = useSettings();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const find = useFind('editor.find');
  const tools = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [isSizing, setSizing] = useState(false);
  const [news, setNews] = useState<News>();
  const shownText = useRef<ReturnType<typeof useTextView>>(null);
  /** The text when pictures were last asked for. */
  const asking = useRef<Text>(null);

  const tell = (told: News): void => {
    setNews(told);
    announce(`${told.fact} ${told.more}`, { assertive: told.tone === 'bad' });
  };
  const pictures = usePictures(
    () => (shownText.current ? holdPoint(shownText.current.open) : null),
    (file) => onFile?.(file),
    (refused) => {
      if ('problem' in refused) tell({ ...problemWords(refused.problem, say), tone: 'bad' });
      else {
        tell({
          fact: say('editor.picture.refused', { name: refused.name }),
          more: say(`editor.picture.${refused.why}`),
          tone: 'bad',
        });
      }
    },
  );
  const pasting: Pasting = {
    pictures: (files) => {
      setNews(undefined);
      asking.current = shownText.current?.view.state.doc ?? null;
      pictures.add(files);
    },
    convert: async (html) => {
      const markdown = await textReader().convert(html);
      if (markdown === null)
        tell({ fact: say('editor.paste.plain'), more: say('editor.paste.plain.more'), tone: 'info' });
      return markdown;
    },
    takenOut: (found) =>
      tell({
        fact: say('editor.hidden', { count: found.length }),
        more: say('editor.hidden.more', { names: [...new Set(found)].slice(0, 5).join(', ') }),
        tone: 'info',
      }),
  };
  const written = useTextView(place, id, text, {
    label: () => label,
    say,
    covered: () => coveredBy(tools.current),
    change: onChange,
    pressed: (event) => {
      if (event.isComposing || event.getModifierState('AltGraph')) return false;
      const keys = keysOfPress(event, navigator.platform.startsWith('Mac'));
      const command = keys === null ? null : commandOf(keys, settings, true);
      if (!isWriting(command)) return false;
      edits[command]();
      return true;
    },
    pasted: (at, data) => takePaste(at, data, pasting),
    dropped: (at, event) => takeDrop(at, event, pasting),
    cleaned: (pasted) => {
      const { text: clean, found } = withoutInvisible(pasted);
      if (found.length > 0) pasting.takenOut(found);
      return clean;
    },
    tooLong: () =>
      tell({ fact: say('editor.long', { most: LONGEST_TEXT }), more: say('editor.long.more'), tone: 'bad' }),
  });

  useLayoutEffect(() => {
    shownText.current = written;
  });
  const view = written?.view ?? null;
  const { showSource } = settings;
  useLayoutEffect(() => written?.open.draw(!showSource), [written, showSource]);

  const finder = useMemo(() => (view && !isRead ? finderOf(view) : finderIn(() => shown.current)), [view, isRead]);

  const edit = (make: Edit): void => {
    if (!view) return;
    const change = make(view.state);
    if (change) view.dispatch(change);
    focusText(view);
  };
  const edits: Readonly<Record<Writing, () => void>> = {
    bold: () => edit((state) => toggleMark(state, 'StrongEmphasis')),
    italic: () => edit((state) => toggleMark(state, 'Emphasis')),
    heading: () => edit(toggleHeading),
    list: () => edit((state) => toggleLines(state, 'list')),
    numbered: () => edit((state) => toggleLines(state, 'numbered')),
    task: () => edit((state) => toggleLines(state, 'task')),
    tick: () => edit(toggleTicks),
    itemIn: () => edit((state) => moveItems(state, 'in')),
    itemOut: () => edit((state) => moveItems(state, 'out')),
    textLink: () => edit((state) => addLink(state, say('editor.link.words'))),
    textQuote: () => edit((state) => toggleLines(state, 'quote')),
    table: () => setSizing(!isSizing),
    tidyTable: () => edit(tidyTable),
    addRow: () => edit((state) => editTable(state, 'addRow')),
    addColumn: () => edit((state) => editTable(state, 'addColumn')),
    removeRow: () => edit((state) => editTable(state, 'removeRow')),
    removeColumn: () => edit((state) => editTable(state, 'removeColumn')),
    picture: () => chooser.current?.click(),
  };
  /** What a tool brings stands where the cursor was last when it was chosen. */
  const runTool = ({ run }: TextTool): void => {
    if (!written) return;
    if (!written.open.isEntered) written.open.dispatch({ selection: { anchor: lastCaret(id, written.open.state) } });
    const point = holdPoint(written.open);
    run((markdown) => {
      point.put(markdown);
      focusText(written.view);
    });
  };
  const addTable = (columns: number, rows: number): void => {
    setSizing(false);
    const table = newTable(columns, rows, (number) => say('editor.table.column', { number }));
    edit((state) => addText(state, table));
  };
  const addPicture = (alt: string): void => {
    pictures.keep(alt);
    view && focusText(view);
  };
  const isTyping = (): boolean => view?.hasFocus === true && asking.current?.eq(view.state.doc) === false;
  const tick = (at: number): void => {
    if (!view || !/^\[[ xX]\]$/.test(view.state.sliceDoc(at - 1, at + 2))) return;
    const insert = view.state.sliceDoc(at, at + 1) === ' ' ? 'x' : ' ';
    view.dispatch({ changes: { from: at, to: at + 1, insert }, userEvent: 'input' });
  };

  return (
    <>
      {find && <FindBar finder={finder} {...find} />}
      {isRead && (
        <div ref={shown}>
          <NotePreview text={text} onTick={tick} />
        </div>
      )}
      <div hidden={isRead}>
        <div className="sat-text__tools" ref={tools}>
          <TextTools edits={edits} isSizing={isSizing} extraTools={extraTools} onTool={runTool} />
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept="image/png,image/jpeg,image/gif,image/webp"
            onChange={(event) => {
              pasting.pictures([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          {isSizing && (
            <TableSize
              onInsert={addTable}
              onCancel={() => {
                setSizing(false);
                view && focusText(view);
              }}
            />
          )}
          {pictures.coming > 0 && (
            <p className="sat-tray">{say('editor.picture.coming', { count: pictures.coming })}</p>
          )}
          {pictures.asked && (
            <PictureForm
              key={pictures.turn}
              note={id}
              picture={pictures.asked.picture}
              said={pictures.asked.alt}
              takesFocus={!isTyping()}
              onInsert={addPicture}
              onCancel={() => {
                pictures.drop();
                view && focusText(view);
              }}
            />
          )}
          {news && (
            <div className="sat-text__news">
              <Strip tone={news.tone} fact={news.fact}>
                {news.more}
              </Strip>
              <Button
                kind="bare"
                onClick={() => {
                  setNews(undefined);
                  view && focusText(view);
                }}
              >
                {say('editor.close')}
              </Button>
            </div>
          )}
        </div>
        <div className="sat-editor" ref={place} />
      </div>
      {!isRead && <WritingCommands edits={edits} />}
      <ToolCommands tools={extraTools} onTool={runTool} />
    </>
  );
}
