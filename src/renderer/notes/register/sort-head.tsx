import { type Column, isSumColumn, type RegisterOrder, SUM_COLUMNS } from '#domain/note/register.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSay } from '#kit/words.ts';

interface SortHeadProps {
  readonly column: Column;
  readonly order: RegisterOrder;
  readonly onOrder: (order: RegisterOrder) => void;
}

/** A column of one field has the field's name. */
const nameOf = (column: Column): WordKey => {
  if (column === 'question') return 'note.field.title';
  if (column === 'state') return 'note.field.status';
  return isSumColumn(column) ? `note.field.${column}` : `register.column.${column}`;
};

/** These begin with the most: the newest, the dearest. */
const FROM_THE_TOP: readonly Column[] = ['changed', 'spent', ...SUM_COLUMNS];

/** A head whose button sorts by its column, the second time the other way round. */
export function SortHead({ column, order, onOrder }: SortHeadProps) {
  const say = useSay();
  const on = order.column === column;
  const isFigure = column === 'spent' || isSumColumn(column);
  const descending = on ? !order.descending : FROM_THE_TOP.includes(column);
  return (
    <th
      scope="col"
      className={`govuk-table__header ${isSumColumn(column) ? 'register-sum' : `register-${column}`}${isFigure ? ' num' : ''}`}
      aria-sort={on ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="sat-sort" onClick={() => onOrder({ column, descending })}>
        {say(nameOf(column))}
        {on ? <span aria-hidden="true">{order.descending ? ' ↓' : ' ↑'}</span> : null}
      </button>
    </th>
  );
}
