import { useId, useRef, useState } from 'react';
import { tableMarkdown } from '#domain/calculators/markdown.ts';
import { readFigure } from '#domain/calculators/reading.ts';
import { dummyRecords } from '#domain/note/dummy-records.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import './calculators.css';

/** More than anybody reads in a note; longer tables belong in a file. */
const MOST = 500;
const SHOWN = 3;

/** Made-up people as a table, for the text of a note. */
export function RecordsDialog({
  onInsert,
  onClose,
}: {
  readonly onInsert: (markdown: string) => void;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('10');
  const [asked, setAsked] = useState(false);
  const read = readFigure(text, 'count');
  const count = typeof read === 'number' && Number.isInteger(read) && read >= 1 && read <= MOST ? read : null;
  const error = asked && count === null ? say('records.wrong', { most: MOST }) : null;
  const [heads = [], ...rows] = dummyRecords(Math.min(SHOWN, count ?? SHOWN), say);
  const insert = () => {
    if (count === null) {
      setAsked(true);
      field.current?.focus();
      return;
    }
    onInsert(tableMarkdown(dummyRecords(count, say)));
    tellOutcome(say('records.inserted', { count }));
    onClose();
  };
  return (
    <Dialog
      title={say('records.title')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <Button kind="go" onClick={insert}>
          {say('records.insert')}
        </Button>
      }
    >
      <p className="sat-calc-lead sat-calc-lead--alone">{say('records.lead')}</p>
      <div className={error === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
        <label className="govuk-label" htmlFor={id}>
          {say('records.count')}
        </label>
        <div id={`${id}-hint`} className="govuk-hint">
          {say('records.count.hint', { most: MOST })}
        </div>
        {error !== null && (
          <p id={`${id}-error`} className="govuk-error-message">
            {error}
          </p>
        )}
        <input
          ref={field}
          id={id}
          className="govuk-input sat-calc-figure"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1) */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div className="sat-scrollx" role="group" aria-labelledby={`${id}-rows`} tabIndex={0}>
        <table className="govuk-table sat-calc-table">
          <caption id={`${id}-rows`} className="govuk-table__caption">
            {say('records.preview')}
          </caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.at(-1)}>
                {cells.map((cell, at) => (
                  <td key={heads[at]} className="govuk-table__cell">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
