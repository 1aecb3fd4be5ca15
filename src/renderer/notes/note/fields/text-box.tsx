import { type ClipboardEvent, useState } from 'react';
import { oneLine } from '#domain/one-line.ts';
import { announce } from '#kit/announce.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { withoutInvisible } from '#markdown/invisible.ts';
import { PersonalHint } from '../personal-hint.tsx';
import { FieldError } from './field-error.tsx';

export interface TextBoxProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** More than one line: it grows with its text. */
  readonly tall?: boolean;
  /** One line of words that is shown whole, however long it is. */
  readonly wraps?: boolean;
  /** Most characters that the note keeps here. */
  readonly most?: number;
  readonly describedBy?: string | undefined;
}

const LINE = 2_000;
const PROSE = 20_000;

/** A field for words, with the scanner below it. */
export function TextBox(props: TextBoxProps) {
  const { id, value, onChange, tall = false, wraps = false, most = tall ? PROSE : LINE, describedBy } = props;
  const say = useSay();
  const [refused, setRefused] = useState(false);
  const pasted = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const rest = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    const { text, found } = withoutInvisible(event.clipboardData.getData('text'));
    // A browser cuts what is pasted at `maxLength` and says nothing.
    const tooLong = rest + text.length > most;
    setRefused(tooLong);
    if (!tooLong && found.length === 0) return;
    event.preventDefault();
    if (tooLong) {
      announce(say('note.tooLong', { most }));
      return;
    }
    // The only way of writing that Ctrl+Z knows.
    document.execCommand('insertText', false, tall ? text : oneLine(text));
    tellOutcome(say('editor.hidden', { count: found.length }));
  };
  const shared = {
    id,
    className: 'note-ta',
    value,
    maxLength: most,
    'aria-describedby': [describedBy, refused ? `${id}-error` : undefined, `${id}-personal`].filter(Boolean).join(' '),
    onPaste: pasted,
  };
  return (
    <>
      {refused && <FieldError id={id}>{say('note.tooLong', { most })}</FieldError>}
      {tall ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : wraps ? (
        <textarea {...shared} rows={1} onChange={(event) => onChange(oneLine(event.target.value))} />
      ) : (
        <input {...shared} type="text" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      <PersonalHint id={id} text={value} />
    </>
  );
}
