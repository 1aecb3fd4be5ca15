export interface ChoiceBoxProps<T extends string> {
  readonly id: string;
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** What stands there while nothing is chosen; without it something always is. */
  readonly none?: string;
  readonly onChange: (value: T | '') => void;
  readonly describedBy?: string | undefined;
}

/** One of a few. */
export function ChoiceBox<T extends string>({ id, value, options, none, onChange, describedBy }: ChoiceBoxProps<T>) {
  return (
    <select
      id={id}
      className="note-ta note-ta--choice"
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onChange(options.find((one) => one.value === event.target.value)?.value ?? '')}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
