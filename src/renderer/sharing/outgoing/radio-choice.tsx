import type { Ref } from 'react';

interface RadioChoiceProps<T extends string> {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  /** Where focus goes when nothing is chosen. */
  readonly first: Ref<HTMLInputElement>;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight, perhaps none yet. */
export function RadioChoice<T extends string>(props: RadioChoiceProps<T>) {
  const { id, legend, hint, error, value, options, first, onChange } = props;
  const said = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <fieldset className="sharing-choice" aria-describedby={said === '' ? undefined : said}>
      <legend>{legend}</legend>
      {error === undefined ? null : (
        <p className="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option, at) => (
        <label key={option.value} className="sat-check">
          <input
            type="radio"
            name={id}
            ref={at === 0 ? first : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : <span className="small muted">{option.hint}</span>}
          </span>
        </label>
      ))}
      {hint === undefined ? null : (
        <p className="small muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
