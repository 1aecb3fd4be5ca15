import { useEffect, useId, useState } from 'react';
import type { Answer } from '#domain/calculators/answer.ts';
import { CALCULATOR_GROUPS, type CalculatorId, formOf } from '#domain/calculators/entries.ts';
import { answerMarkdown } from '#domain/calculators/markdown.ts';
import { newTyped, type Typed } from '#domain/calculators/typed.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { FigureField } from './figure-field.tsx';
import { FigureRows } from './figure-rows.tsx';
import { keepLast, keepTyped, lastUsed, typedIn } from './kept.ts';
import { type NotYet, outcomeOf } from './outcome.ts';
import { useSettled } from './settled.ts';
import './calculators.css';

export interface CalculatorDialogProps {
  /** Gets Markdown: the answer in a sentence, its figures as a table, its pictures; and the answer itself. */
  readonly onInsert: (markdown: string, answer: Answer) => void;
  readonly onClose: () => void;
  /** The calculator to begin with; without it the one that was open last. */
  readonly start?: CalculatorId;
  /** Where the answer goes: into the text, or into the plan's sample. */
  readonly into?: 'text' | 'sample';
}

/** All calculators behind one choice. What is typed stays, whichever is shown and however the dialog is closed. */
export function CalculatorDialog({ onInsert, onClose, start, into = 'text' }: CalculatorDialogProps) {
  const say = useSay();
  const base = useId();
  const [id, setId] = useState<CalculatorId>(start ?? lastUsed());
  const [typed, setTyped] = useState<Typed>(() => typedIn(id));
  /** Somebody wants the answer: then an empty field is a mistake too. */
  const [asked, setAsked] = useState(false);
  const form = formOf(id);
  const outcome = outcomeOf(id, typed, say);
  const now = 'answer' in outcome ? outcome.answer.sentence : outcome.notYet.missing ? '' : outcome.notYet.words;
  const settled = useSettled(now);
  const [told, tell] = useTold(settled);

  const choose = (next: CalculatorId) => {
    keepLast(next);
    setId(next);
    setTyped(typedIn(next));
    setAsked(false);
  };
  const type = (next: Typed) => {
    keepTyped(id, next);
    keepLast(id);
    setTyped(next);
  };
  const empty = () => {
    type(newTyped(form));
    setAsked(false);
    tell(say('calculate.emptied'));
  };
  const errorOf = (field: string, row?: number): string | null => {
    if ('answer' in outcome) return null;
    const { notYet } = outcome;
    const isShown = asked || (!notYet.missing && settled === now);
    return isShown && notYet.field === field && notYet.row === row ? notYet.words : null;
  };
  const insert = () => {
    if ('answer' in outcome) {
      onInsert(answerMarkdown(id, typed, outcome.answer, say), outcome.answer);
      tellOutcome(say('calculate.inserted', { into }));
      onClose();
      return;
    }
    setAsked(true);
    document.getElementById(fieldId(base, typed, outcome.notYet))?.focus();
  };

  return (
    <Dialog
      title={say('calculate.title')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button kind="go" onClick={insert}>
            {say('calculate.insert', { into })}
          </Button>
          <Button onClick={empty}>{say('calculate.empty')}</Button>
        </>
      }
    >
      {/* What stands outside an open dialog is not heard. */}
      <div className="vh" role="status">
        {told}
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${base}-which`}>
          {say('calculate.which')}
        </label>
        <select
          id={`${base}-which`}
          className="govuk-select sat-calc-which"
          value={id}
          aria-describedby={`${base}-lead`}
          onChange={(event) => choose(event.target.value as CalculatorId)}
        >
          {Object.entries(CALCULATOR_GROUPS).map(([group, ids]) => (
            <optgroup key={group} label={say('calculate.group', { group })}>
              {ids.map((one) => (
                <option key={one} value={one}>
                  {say(`calculator.${one}.title`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p id={`${base}-lead`} className="sat-calc-lead">
          {say(`calculator.${id}.lead`)}
        </p>
      </div>
      <div className="sat-calc-cols">
        <div>
          {form.entries.map((entry) => (
            <FigureField
              key={`${id} ${entry.field}`}
              id={`${base}-${entry.field}`}
              entry={entry}
              text={typed.texts[entry.field] ?? ''}
              onText={(text) => type({ ...typed, texts: { ...typed.texts, [entry.field]: text } })}
              error={errorOf(entry.field)}
              hint={say(`calculator.field.${entry.field}.hint`)}
            />
          ))}
          {form.rows && (
            <FigureRows
              key={id}
              id={base}
              entry={form.rows}
              rows={typed.rows}
              onRows={(rows) => type({ ...typed, rows })}
              errorOf={errorOf}
              onTell={tell}
            />
          )}
        </div>
        <AnswerPanel id={id} outcome={outcome} />
      </div>
    </Dialog>
  );
}

/** Where a field of the form is found; a field of all rows is found in the first, a list by its button. */
function fieldId(base: string, { rows }: Typed, { field, row }: NotYet): string {
  if (field === 'channels' || field === 'parts') return `${base}-add`;
  if (row !== undefined) return `${base}-${rows[row - 1]?.id}-${field}`;
  return field === 'shareNow' || field === 'shareThen' ? `${base}-${rows[0]?.id}-${field}` : `${base}-${field}`;
}

/** What is told: what was worked out, once typing pauses, but not what stood there when the dialog opened. */
function useTold(settled: string): readonly [string, (words: string) => void] {
  const [at, setAt] = useState({ settled, told: '' });
  useEffect(() => setAt((last) => (last.settled === settled ? last : { settled, told: settled })), [settled]);
  return [at.told, (told) => setAt({ settled, told })];
}
