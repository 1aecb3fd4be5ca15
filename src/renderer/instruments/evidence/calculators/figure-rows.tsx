import { useEffect, useId, useRef } from 'react';
import type { RowsEntry } from '#domain/calculators/entries.ts';
import type { Field } from '#domain/calculators/refusal.ts';
import { newRow, type TypedRow } from '#domain/calculators/typed.ts';
import { rowBack } from '#domain/row-back.ts';
import { tellRemoved } from '#instruments/removal/last-removed.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { FigureField } from './figure-field.tsx';

interface FigureRowsProps {
  readonly id: string;
  readonly entry: RowsEntry;
  readonly rows: readonly TypedRow[];
  readonly onRows: (rows: readonly TypedRow[]) => void;
  readonly onTell: (words: string) => void;
  readonly errorOf: (field: Field, row?: number) => string | null;
}

/** Rows of figures with a name each; rows can be added and taken out. */
export function FigureRows({ id, entry, rows, onRows, onTell, errorOf }: FigureRowsProps) {
  const say = useSay();
  const hint = useId();
  const addButton = `${id}-add`;
  const change = (at: number, patch: Partial<TypedRow>) =>
    onRows(rows.map((row, place) => (place === at ? { ...row, ...patch } : row)));
  const add = () => {
    const row = newRow(Math.max(0, ...rows.map((one) => one.id)) + 1);
    onRows([...rows, row]);
    onTell(say('calculate.row.added.said', { row: rows.length + 1 }));
    requestAnimationFrame(() => document.getElementById(`${id}-${row.id}-name`)?.focus());
  };
  // What is typed until a row comes back stays.
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const remove = (row: TypedRow, at: number) => {
    const words = say('calculate.row.removed', { row: at + 1 });
    onRows(rows.filter((one) => one !== row));
    // The dialog tells by itself: nothing outside of it is heard.
    onTell(words);
    tellRemoved({
      list: id,
      words,
      undo: () => {
        onRows(rowBack(latest.current, row, rows));
        onTell(say('removed.undone'));
      },
      back: `${id}-${row.id}-name`,
    });
  };
  const whole = errorOf(entry.field);
  return (
    <fieldset className="govuk-fieldset sat-calc-rows" aria-describedby={hint}>
      <legend className="govuk-fieldset__legend">{say(`calculator.field.${entry.field}`)}</legend>
      <div id={hint} className="govuk-hint">
        {say(`calculator.field.${entry.field}.hint`)}
      </div>
      {whole !== null && <p className="govuk-error-message">{whole}</p>}
      {rows.map((row, at) => {
        const name = say('calculate.row', { row: at + 1 });
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset is read twice
          <div key={row.id} role="group" aria-label={name} className="sat-calc-row">
            <div
              className={
                entry.counts
                  ? 'govuk-form-group sat-calc-row__name'
                  : 'govuk-form-group sat-calc-row__name sat-calc-row__name--alone'
              }
            >
              <label className="govuk-label" htmlFor={`${id}-${row.id}-name`}>
                <span className="vh">{name}: </span>
                {say('calculate.row.name')}
              </label>
              <input
                id={`${id}-${row.id}-name`}
                className="govuk-input"
                type="text"
                autoComplete="off"
                maxLength={100}
                value={row.name}
                onChange={(event) => change(at, { name: event.target.value })}
              />
            </div>
            {entry.counts && (
              <div className="govuk-form-group">
                <label className="govuk-label" htmlFor={`${id}-${row.id}-counts`}>
                  <span className="vh">{name}: </span>
                  {say('calculate.row.counts')}
                </label>
                <select
                  id={`${id}-${row.id}-counts`}
                  className="govuk-select"
                  value={row.counts}
                  onChange={(event) => change(at, { counts: event.target.value === 'taken' ? 'taken' : 'added' })}
                >
                  <option value="added">{say('calculate.row.added')}</option>
                  <option value="taken">{say('calculate.row.taken')}</option>
                </select>
              </div>
            )}
            {entry.entries.map((one) => (
              <FigureField
                key={one.field}
                id={`${id}-${row.id}-${one.field}`}
                entry={one}
                row={name}
                text={row.texts[one.field] ?? ''}
                onText={(text) => change(at, { texts: { ...row.texts, [one.field]: text } })}
                error={errorOf(one.field, at + 1)}
                hint={null}
              />
            ))}
            <Button kind="tool" icon="minus" onClick={() => remove(row, at)}>
              {say('calculate.row.remove', { row: at + 1 })}
            </Button>
          </div>
        );
      })}
      <RemovedLine list={id} />
      <Button id={addButton} kind="tool" icon="plus" onClick={add}>
        {say('calculate.row.add', { field: entry.field })}
      </Button>
    </fieldset>
  );
}
