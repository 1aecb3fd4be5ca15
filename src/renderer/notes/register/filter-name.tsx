import { type FormEvent, useId, useRef, useState } from 'react';
import { useSay } from '#kit/words.ts';
import { useDraft } from '#store/own/use-draft.ts';
import { Button } from '#ui/button.tsx';

interface FilterNameProps {
  /** What a name that is half written is kept under. */
  readonly of: string;
  /** What the field begins with. */
  readonly name: string;
  readonly taken: readonly string[];
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a filter, in place. */
export function FilterName({ of, name, taken, onKeep, onCancel }: FilterNameProps) {
  const say = useSay();
  const [text, setText] = useDraft(of, 'filter-name', name);
  const [wrong, setWrong] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    const given = text.trim();
    const known = taken.some((other) => other.toLocaleLowerCase() === given.toLocaleLowerCase());
    if (given !== '' && !known) {
      onKeep(given);
      return;
    }
    setWrong(say(known ? 'register.save.same' : 'register.save.empty'));
    field.current?.focus();
  };
  return (
    <form
      className="register-name"
      onSubmit={submitted}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label className="govuk-label" htmlFor={id}>
        {say('register.save.name')}
      </label>
      {wrong === '' ? null : (
        <p className="govuk-error-message" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      <div className="row">
        <input
          id={id}
          ref={(node) => {
            // Opened by a press: the name is what comes next.
            if (node && !field.current) node.select();
            field.current = node;
          }}
          className={wrong === '' ? 'govuk-input' : 'govuk-input govuk-input--error'}
          maxLength={60}
          autoComplete="off"
          value={text}
          aria-invalid={wrong === '' ? undefined : true}
          aria-describedby={wrong === '' ? undefined : `${id}-wrong`}
          onChange={(event) => setText(event.target.value)}
        />
        <Button submit>{say('register.save.keep')}</Button>
        <Button kind="tool" onClick={onCancel}>
          {say('register.save.cancel')}
        </Button>
      </div>
    </form>
  );
}
