import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import {
  EditorState,
  type Extension,
  Prec,
  type StateCommand,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { LONGEST_TEXT } from '#domain/note/choices.ts';
import type { Say } from '#domain/words/words.ts';
import { awaitedLook } from './awaited-look.ts';
import { setDrawn, startAsSource } from './drawn/drawing.ts';
import { foundPlaces } from './found-in-text.ts';
import { hadNoRoom, heldPlaces, undoPaste, type Writing } from './held-place.ts';
import { markdownLook } from './markdown-look.ts';
import { markdownText } from './markdown-text.ts';
import { leavePlace, sourceLine } from './source-line.ts';
import { editorText, isTaken } from './taken-text.ts';
import { leaveList } from './text-edits.ts';
import { undoneByWords } from './undone-by-words.ts';

/** What the editor asks of the screen around it. The screen may change while the text stays open. */
export interface Host {
  label: () => string;
  say: Say;
  /** Pixels at the top of the text that tools may lie over. */
  covered: () => number;
  change: (text: string) => void;
  /** Takes a key press; true where it did something. */
  pressed: (event: KeyboardEvent) => boolean;
  pasted: (text: OpenText, data: DataTransfer) => boolean;
  dropped: (view: EditorView, event: DragEvent) => boolean;
  /** Plain text from outside, as it may stand in the text. */
  cleaned: (text: string) => string;
  /** The text would be longer than a note may be. */
  tooLong: () => void;
}

/** A text that was opened in this window; it goes on, and takes what comes late, also while it is not shown. */
export class OpenText implements Writing {
  readonly host: Host;
  /** Whether the cursor was in it since it was opened. */
  isEntered = false;
  #state: EditorState;
  #view: EditorView | null = null;

  constructor(text: string) {
    this.host = idle();
    this.#state = EditorState.create({ doc: editorText(text), extensions: extensionsFor(this) });
  }

  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  dispatch(change: TransactionSpec): void {
    if (this.#view) {
      this.#view.dispatch(change);
      return;
    }
    const changed = this.#state.update(change);
    this.#state = changed.state;
    tell(this.host, [changed]);
  }

  show(parent: HTMLElement): EditorView {
    const view = new EditorView({ parent, state: this.#state });
    view.dispatch({ effects: leavePlace() });
    this.#view = view;
    return view;
  }

  /** Draws the text as it is read, or shows its source. */
  draw(isDrawn: boolean): void {
    const { host } = this;
    if (!this.#view) return;
    setDrawn(
      this.#view,
      {
        say: (...args) => host.say(...args),
        pressed: (event) => host.pressed(event),
        cleaned: (text) => host.cleaned(text),
        undoPaste: () => undoPaste(this),
      },
      isDrawn,
    );
  }

  hide(): void {
    this.#state = this.state;
    this.#view?.destroy();
    this.#view = null;
  }

  /** Ends when nothing is composed: a text that changes under an input method loses what is not accepted yet. */
  async whenComposed(): Promise<void> {
    while (this.#view?.composing || this.#view?.compositionStarted) await pause(COMPOSING);
  }
}

/** Milliseconds between two looks whether something is still composed. */
const COMPOSING = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function tell(host: Host, changes: readonly Transaction[]): void {
  const last = changes.at(-1);
  if (last && changes.some((change) => change.docChanged && !isTaken(change))) host.change(last.state.doc.toString());
  if (changes.some(hadNoRoom)) queueMicrotask(host.tooLong);
}

/** Texts with what can be undone in them: as long as the window lives, the last ones that were open. */
const opened = new Map<string, OpenText>();
const MOST = 20;

const idle = (): Host => ({
  label: () => '',
  say: () => '',
  covered: () => 0,
  change: () => undefined,
  pressed: () => false,
  pasted: () => false,
  dropped: () => false,
  cleaned: (text) => text,
  tooLong: () => undefined,
});

/** A note's text with its history, from the last time it was open here. */
export function openText(id: string, text: string): OpenText {
  const known = opened.get(id);
  opened.delete(id);
  const open = known ?? new OpenText(text);
  opened.set(id, open);
  const [oldest] = opened.keys();
  if (opened.size > MOST && oldest !== undefined) opened.delete(oldest);
  return open;
}

function extensionsFor(open: OpenText): Extension {
  const { host } = open;
  return [
    history(undoneByWords),
    markdownText,
    markdownLook,
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ top: host.covered() })),
    highlightSpecialChars({ render: nameOfCharacter }),
    EditorView.updateListener.of(({ transactions }) => tell(host, transactions)),
    EditorView.contentAttributes.of(() => ({ 'aria-label': host.label(), class: 'sat-editor__text' })),
    Prec.highest(
      EditorView.domEventHandlers({
        focus: () => {
          open.isEntered = true;
          return false;
        },
        keydown: (event) => host.pressed(event),
        paste: ({ clipboardData }) => clipboardData !== null && host.pasted(open, clipboardData),
        drop: (event, view) => host.dropped(view, event),
        beforeinput: (event, view) =>
          event.inputType === 'historyUndo' ? undoPaste(open) && prevented(event) : typeOverLines(event, view),
      }),
    ),
    EditorView.clipboardInputFilter.of((text) => host.cleaned(text)),
    heldPlaces,
    awaitedLook(() => host.say('editor.awaited')),
    sourceLine,
    startAsSource(),
    foundPlaces,
    keymap.of([
      { key: 'Enter', run: endList },
      { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Mod-z', run: () => undoPaste(open) },
      ...historyKeymap,
      ...standardKeymap,
    ]),
    EditorState.transactionFilter.of((change) => {
      if (!change.docChanged || change.newDoc.length <= LONGEST_TEXT) return change;
      if (change.newDoc.length <= change.startState.doc.length) return change;
      queueMicrotask(host.tooLong);
      return [];
    }),
  ];
}

const endList: StateCommand = ({ state, dispatch }) => {
  const change = leaveList(state);
  if (change) dispatch(state.update(change));
  return change !== null;
};

/**
 * Words typed over several lines. Left to the browser, the lines would be joined with styles of their own, which the
 * content policy stops.
 */
function typeOverLines({ inputType, data, isComposing }: InputEvent, view: EditorView): boolean {
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  if (inputType !== 'insertText' || data === null || isComposing || doc.lineAt(from).to >= to) return false;
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

/** A character that is not seen, by its name: one that turns the reading direction must not do so in secret. */
function nameOfCharacter(code: number): HTMLElement {
  const name = document.createElement('span');
  name.className = 'sat-editor__hidden';
  name.textContent = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return name;
}

function prevented(event: Event): boolean {
  event.preventDefault();
  return true;
}
