import { type ReactNode, useState } from 'react';
import { boundsFault } from '#domain/note/bounds.ts';
import type { FieldsWith } from '#domain/note/fields.ts';
import type { MetricResult } from '#domain/note/record/note.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { announce } from '#kit/announce.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { FieldGroup, Small } from '../fields/field.tsx';
import { FieldError } from '../fields/field-error.tsx';
import { FieldsOf } from '../fields/fields-of.tsx';
import { NumberBox } from '../fields/number-box.tsx';
import { RemoveButton } from '../fields/remove-button.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useTakeOut } from '../fields/use-take-out.ts';
import { ResultPictures } from './result-pictures.tsx';
import { ResultsTable } from './results-table.tsx';

/** Figures of what was planned, and apart from them what was only looked for afterwards. */
export function ResultsSection() {
  const say = useSay();
  const locked = useLocked();
  // In the order in which it is written; a field that is missing here does not compile.
  const fields: Readonly<Record<FieldsWith<'form', 'found'>, ReactNode>> = {
    results: locked ? <ResultsTable /> : <Results exploratory={false} />,
    noUsableData: (
      <>
        <TextField name="noUsableData" hint={say('note.field.noUsableData.hint')} />
        {!locked && <Results exploratory />}
      </>
    ),
    exploratory: <TextField name="exploratory" />,
  };
  return (
    <section className="note-section" aria-labelledby="found">
      <h2 className="sat-h2" id="found">
        {say('note.field.results')}
      </h2>
      <div className="note-fields">
        <FieldsOf fields={fields} />
      </div>
      <ResultPictures />
    </section>
  );
}

function Results({ exploratory }: { readonly exploratory: boolean }) {
  const say = useSay();
  const edit = useEdit();
  const results = useNote((note) => note.results);
  const metrics = useNote((note) => note.metrics);
  const rows = results.filter((row) => row.exploratory === exploratory);
  const which = exploratory ? 'exploratory' : 'planned';
  const button = exploratory ? 'add-exploratory' : 'add-result';
  const main = metrics.find(({ role }) => role === 'primary') ?? metrics[0];
  const add = () => {
    const id = crypto.randomUUID();
    const row = { id, metric: main?.id ?? 'none', group: '', n: null, value: null, low: null, high: null, exploratory };
    edit((note) => ({ results: [...note.results, row] }));
    requestAnimationFrame(() => document.getElementById(`result-${id}-metric`)?.focus());
  };
  return (
    <FieldGroup id={which} label={say(`note.results.${which}`)} hint={say(`note.results.${which}.hint`)}>
      {rows.map((row, at) => (
        <ResultRow key={row.id} row={row} name={say('note.result.number', { number: at + 1 })} list={which} />
      ))}
      <RemovedLine list={which} />
      <Button id={button} kind="tool" icon="plus" onClick={add}>
        {say(`note.results.${which}.add`)}
      </Button>
    </FieldGroup>
  );
}

const BOUNDS = ['low', 'high'] as const;

interface ResultRowProps {
  readonly row: MetricResult;
  readonly name: string;
  readonly list: string;
}

function ResultRow({ row, name, list }: ResultRowProps) {
  const say = useSay();
  const edit = useEdit();
  const takeOut = useTakeOut('results');
  const metrics = useNote((note) => note.metrics);
  const id = `result-${row.id}`;
  const unit = metrics.find((one) => one.id === row.metric)?.unit ?? '';
  const fault = boundsFault(row);
  // Told when a field is left: half a figure is often out of its bounds.
  const [isTold, setTold] = useState(fault !== null);
  const left = (): void => {
    setTold(fault !== null);
    if (fault !== null && !isTold) announce(say('note.result.bounds', { fault }));
  };
  const told = isTold ? fault : null;
  const change = (patch: Partial<MetricResult>) =>
    edit((note) => ({ results: note.results.map((one) => (one.id === row.id ? { ...one, ...patch } : one)) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside its fields
    <div className="note-rowgrid" role="group" aria-label={name} onBlur={left}>
      <Small id={`${id}-metric`} label={say('note.result.metric')} wide>
        <ChoiceBox
          id={`${id}-metric`}
          value={row.metric}
          options={metrics.map((one) => ({ value: one.id, label: one.name || say('note.measure.unnamed') }))}
          onChange={(metric) => metric !== '' && change({ metric })}
        />
      </Small>
      <Small id={`${id}-group`} label={say('note.result.group')} wide>
        <TextBox id={`${id}-group`} value={row.group} onChange={(group) => change({ group })} />
      </Small>
      <Small id={`${id}-n`} label={say('note.result.n')}>
        <NumberBox id={`${id}-n`} value={row.n} kind="count" onChange={(n) => change({ n })} />
      </Small>
      <Small id={`${id}-value`} label={say('note.result.value')}>
        <NumberBox
          id={`${id}-value`}
          value={row.value}
          unit={unit}
          kind="figure"
          onChange={(value) => change({ value })}
        />
      </Small>
      {BOUNDS.map((bound) => {
        const isHere = told !== null && (told === 'above') === (bound === 'high');
        return (
          <Small key={bound} id={`${id}-${bound}`} label={say(`note.result.${bound}`)}>
            <NumberBox
              id={`${id}-${bound}`}
              value={row[bound]}
              unit={unit}
              kind="figure"
              describedBy={isHere ? `${id}-bounds-error` : undefined}
              onChange={(end) => change({ [bound]: end })}
            />
          </Small>
        );
      })}
      {told !== null && <FieldError id={`${id}-bounds`}>{say('note.result.bounds', { fault: told })}</FieldError>}
      <RemoveButton name={name} onRemove={() => takeOut({ id: row.id, name, list, back: `${id}-metric` })} />
    </div>
  );
}
