interface TextAskedProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  /** Several lines. */
  readonly long?: boolean;
  readonly field: (element: HTMLElement | null) => void;
  readonly onChange: (text: string) => void;
}

/** A few words that are asked for. */
export function TextAsked({ id, label, hint, value, error, long = false, field, onChange }: TextAskedProps) {
  const said = error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`;
  const shared = {
    id,
    value,
    'aria-describedby': said,
    'aria-invalid': error === undefined ? undefined : true,
  } as const;
  return (
    <div className={error === undefined ? 'sharing-asked' : 'sharing-asked sharing-asked--error'}>
      <label htmlFor={id}>{label}</label>
      <p className="small muted" id={`${id}-hint`}>
        {hint}
      </p>
      {error === undefined ? null : (
        <p className="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {long ? (
        <textarea
          {...shared}
          className="govuk-textarea"
          rows={3}
          maxLength={2_000}
          ref={field}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          className="govuk-input"
          maxLength={500}
          ref={field}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
