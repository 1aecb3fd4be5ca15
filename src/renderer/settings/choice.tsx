import { useId } from 'react';

export interface ChoiceProps<T extends string | number> {
  readonly legend: string;
  /** The legend says what the heading above says already. */
  readonly quiet?: boolean;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string | number>({
  legend,
  quiet = false,
  hint,
  value,
  options,
  onChange,
}: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className="settings-choice" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend className={quiet ? 'vh' : undefined}>{legend}</legend>
      {hint !== undefined && (
        <p className="muted small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="settings-choice__options">
        {options.map((option) => (
          <label key={option.value} className="sat-check">
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
