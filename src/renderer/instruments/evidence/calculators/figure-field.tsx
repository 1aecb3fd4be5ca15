import { useId } from 'react';
import type { Entry } from '#domain/calculators/entries.ts';
import { readAs } from '#domain/calculators/reading.ts';
import { useSay } from '#kit/words.ts';

interface FigureFieldProps {
  readonly id: string;
  readonly entry: Entry;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with it, or `null`. */
  readonly error: string | null;
  /** What to type; `null` in a row, where it is said once, above all rows. */
  readonly hint: string | null;
  /** Names the row in a list, for who does not see it. */
  readonly row?: string;
}

/** A figure, typed as people write it. Below it stands how it was read, where that is not plain. */
export function FigureField({
  id,
  entry: { field, kind, optional },
  text,
  onText,
  error,
  hint,
  row,
}: FigureFieldProps) {
  const say = useSay();
  const [told, read, wrong] = [useId(), useId(), useId()];
  const name = say(`calculator.field.${field}`);
  const words = readAs(say, text, kind);
  const described = [hint === null ? '' : told, error === null ? '' : wrong, words === null ? '' : read]
    .join(' ')
    .trim();
  return (
    <div className={error === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label className="govuk-label" htmlFor={id}>
        {row !== undefined && <span className="vh">{row}: </span>}
        {optional ? say('calculate.optional', { name }) : name}
      </label>
      {hint !== null && (
        <div id={told} className="govuk-hint">
          {hint}
        </div>
      )}
      {error !== null && (
        <p id={wrong} className="govuk-error-message">
          {error}
        </p>
      )}
      <input
        id={id}
        className={error === null ? 'govuk-input sat-calc-figure' : 'govuk-input govuk-input--error sat-calc-figure'}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onText(event.target.value)}
      />
      {words !== null && (
        <div id={read} className="small muted sat-calc-read">
          {say('calculate.readAs', { words })}
        </div>
      )}
    </div>
  );
}
