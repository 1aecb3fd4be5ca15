import { useEffect, useState } from 'react';
import { announce } from '#kit/announce.ts';
import { useNoteDraft, useUnreadField } from '#store/notes/note-drafts.ts';
import { FieldError } from './field-error.tsx';

export interface ReadBoxProps<T> {
  readonly id: string;
  readonly value: T;
  /** `undefined`: the words cannot be read. */
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
  readonly onChange: (value: T) => void;
  /** What is said of words that cannot be read. */
  readonly refusal: (text: string) => string;
  readonly describedBy?: string | undefined;
  readonly numeric?: boolean;
}

/**
 * A field whose words are read as something else. While a person types, the words stay as they are; what can be read is
 * saved at once, and what cannot leaves the saved value alone and stands there again the next time.
 */
export function ReadBox<T>(props: ReadBoxProps<T>) {
  const { id, value, read, write, onChange, refusal, describedBy, numeric = false } = props;
  const [unread, setUnread] = useNoteDraft(id);
  useUnreadField(id, unread !== '');
  const [typed, setTyped] = useState<string | null>(unread === '' ? null : unread);
  const [wrong, setWrong] = useState(unread === '' ? '' : refusal(unread));
  const type = (text: string): void => {
    setTyped(text);
    const found = read(text);
    if (found === undefined) {
      setUnread(text);
      return;
    }
    if (unread !== '') setUnread('');
    setWrong('');
    onChange(found);
  };
  // By the unit beside it, say, which may come later.
  const laterRead = wrong === '' || typed === null ? undefined : read(typed);
  useEffect(() => {
    if (laterRead === undefined) return;
    if (unread !== '') setUnread('');
    setWrong('');
    setTyped(null);
    onChange(laterRead);
  });
  const left = (): void => {
    if (typed === null) return;
    if (read(typed) === undefined) {
      const words = refusal(typed);
      setWrong(words);
      announce(words);
    } else setTyped(null);
  };
  const wrongHere = wrong !== '';
  return (
    <>
      {wrongHere && <FieldError id={id}>{wrong}</FieldError>}
      <input
        id={id}
        type="text"
        autoComplete="off"
        className={numeric ? 'note-ta note-ta--num' : 'note-ta'}
        value={typed ?? write(value)}
        aria-invalid={wrongHere || undefined}
        aria-describedby={[describedBy, wrongHere ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={left}
      />
    </>
  );
}
