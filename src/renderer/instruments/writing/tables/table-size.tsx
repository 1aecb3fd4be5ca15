import { type SyntheticEvent, useId, useState } from 'react';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';

/** Most columns and rows of a new table. */
const MOST = { columns: 12, rows: 50 };

interface TableSizeProps {
  readonly onInsert: (columns: number, rows: number) => void;
  readonly onCancel: () => void;
}

/** How large a new table is. */
export function TableSize({ onInsert, onCancel }: TableSizeProps) {
  const say = useSay();
  const id = useId();
  const [size, setSize] = useState({ columns: '3', rows: '3' });
  const [isWrong, setWrong] = useState(false);
  const insert = (event: SyntheticEvent): void => {
    event.preventDefault();
    const columns = Number(size.columns);
    const rows = Number(size.rows);
    if (isWhole(columns, MOST.columns) && isWhole(rows, MOST.rows)) onInsert(columns, rows);
    else setWrong(true);
  };
  const field = (name: 'columns' | 'rows') => (
    <span className="sat-tray__field">
      <label htmlFor={`${id}-${name}`}>{say(`editor.table.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        // biome-ignore lint/a11y/noAutofocus: the person asked for this form just now
        autoFocus={name === 'columns'}
        className="govuk-input govuk-input--width-2"
        inputMode="numeric"
        autoComplete="off"
        value={size[name]}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setSize({ ...size, [name]: event.target.value })}
      />
    </span>
  );
  return (
    <form
      className="sat-tray"
      aria-label={say('editor.table.size')}
      noValidate
      onSubmit={insert}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {field('columns')}
      {field('rows')}
      <span className="row">
        <Button kind="tool" submit>
          {say('editor.table.insert')}
        </Button>
        <Button kind="bare" onClick={onCancel}>
          {say('editor.cancel')}
        </Button>
      </span>
      {isWrong && (
        <p id={`${id}-wrong`} className="sat-tray__wrong" role="alert">
          {say('editor.table.wrong', MOST)}
        </p>
      )}
    </form>
  );
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
