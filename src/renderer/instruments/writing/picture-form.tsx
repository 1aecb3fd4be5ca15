import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '#kit/announce.ts';
import { useSay } from '#kit/words.ts';
import { windowDrafts } from '#store/own/draft-keeper.ts';
import { useDraft } from '#store/own/use-draft.ts';
import { Button } from '#ui/button.tsx';
import type { Picture } from './picture.ts';

interface PictureFormProps {
  /** The note's. */
  readonly note: string;
  readonly picture: Picture;
  /** What it shows, as it was said before. */
  readonly said: string;
  /** Not while somebody types: letters would go into the form. */
  readonly takesFocus: boolean;
  /** @param alt what it shows; empty for a decoration */
  readonly onInsert: (alt: string) => void;
  readonly onCancel: () => void;
}

/** What a picture shows, asked before it stands in the text. */
export function PictureForm({ note, picture, said, takesFocus, onInsert, onCancel }: PictureFormProps) {
  const say = useSay();
  const id = useId();
  // The same picture, chosen again, has its words again.
  const field = `picture ${picture.name} ${picture.bytes.length}`;
  const [alt, setAlt] = useDraft(note, field, said);
  const [isDecoration, setDecoration] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [url, setUrl] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const isQuiet = useRef(!takesFocus);
  useEffect(() => {
    if (isQuiet.current) announce(say('editor.picture.waits', { name: picture.name }));
  }, [picture, say]);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);

  const insert = (event: SyntheticEvent): void => {
    event.preventDefault();
    const words = alt.replace(/\s+/g, ' ').trim();
    if (words !== '' || isDecoration) {
      windowDrafts().take(note, { [field]: undefined }, Promise.resolve());
      onInsert(isDecoration ? '' : words);
      return;
    }
    setMissing(true);
    input.current?.focus();
  };
  return (
    <form
      className="sat-tray sat-picture-form"
      aria-label={say('editor.picture.form', { name: picture.name })}
      onSubmit={insert}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {url !== undefined && <img src={url} alt={say('editor.picture.new', { name: picture.name })} />}
      <div className="stack">
        <label htmlFor={`${id}-alt`}>{say('editor.picture.alt')}</label>
        <p id={`${id}-hint`} className="small muted">
          {say('editor.picture.hint')}
        </p>
        {isMissing && (
          <p id={`${id}-missing`} className="sat-tray__wrong">
            {say('editor.picture.missing')}
          </p>
        )}
        <input
          ref={input}
          id={`${id}-alt`}
          // biome-ignore lint/a11y/noAutofocus: the person added the picture just now
          autoFocus={takesFocus}
          className={isMissing ? 'govuk-input govuk-input--error' : 'govuk-input'}
          autoComplete="off"
          maxLength={1_000}
          value={alt}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-missing ${id}-hint` : `${id}-hint`}
          onChange={(event) => setAlt(event.target.value)}
        />
        <label className="sat-check">
          <input type="checkbox" checked={isDecoration} onChange={(event) => setDecoration(event.target.checked)} />
          <span>{say('editor.picture.decoration')}</span>
        </label>
        <span className="row">
          <Button kind="tool" submit>
            {say('editor.picture.insert')}
          </Button>
          <Button kind="bare" onClick={onCancel}>
            {say('editor.cancel')}
          </Button>
        </span>
      </div>
    </form>
  );
}
