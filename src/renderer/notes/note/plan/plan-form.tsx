import type { ReactNode } from 'react';
import { ENVIRONMENTS, KINDS } from '#domain/note/choices.ts';
import type { FieldsWith } from '#domain/note/fields.ts';
import type { Note } from '#domain/note/record/note.ts';
import { SampleTool } from '#instruments/evidence/calculators/sample-tool.tsx';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { DayBox } from '../fields/day-box.tsx';
import { Field, FieldGroup, hintId, Small } from '../fields/field.tsx';
import { FieldsOf } from '../fields/fields-of.tsx';
import { NumberBox } from '../fields/number-box.tsx';
import { PoundsField } from '../fields/pounds-field.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { TextField } from '../fields/text-field.tsx';
import { DataUse } from './data-use.tsx';
import { Measures } from './measures.tsx';
import { StopRules } from './stop-rules.tsx';

/** The plan while it may be changed. */
export function PlanForm() {
  const say = useSay();
  // In the order in which it is written; a field that is missing here does not compile.
  const fields: Readonly<Record<FieldsWith<'form', 'plan'>, ReactNode>> = {
    title: <TextField name="title" hint={say('note.field.title.hint')} />,
    problem: <TextField name="problem" hint={say('note.field.problem.hint')} />,
    users: <TextField name="users" />,
    riskiestAssumption: <TextField name="riskiestAssumption" hint={say('note.field.riskiestAssumption.hint')} />,
    hypothesis: <Hypothesis />,
    metrics: <Measures />,
    successRule: <TextField name="successRule" hint={say('note.field.successRule.hint')} />,
    method: <TextField name="method" />,
    sample: <Sample />,
    dates: <PlannedDates />,
    costCap: <PoundsField name="costCap" />,
    stopRules: <StopRules />,
    ownerRole: <TextField name="ownerRole" hint={say('note.field.ownerRole.hint')} />,
    approverRole: <TextField name="approverRole" hint={say('note.field.approverRole.hint')} />,
    dataUse: <DataUse />,
    environment: <Environment />,
    kind: <Kind />,
  };
  return <FieldsOf fields={fields} />;
}

const HYPOTHESIS = ['change', 'effect', 'because'] as const;

function Hypothesis() {
  const say = useSay();
  const edit = useEdit();
  const hypothesis = useNote((note) => note.hypothesis);
  return (
    <FieldGroup id="hypothesis" label={say('note.field.hypothesis')} hint={say('note.hypothesis.hint')}>
      <div className="note-ifthen">
        {HYPOTHESIS.map((part) => (
          <div key={part}>
            <label htmlFor={`hypothesis-${part}`}>{say(`note.hypothesis.${part}`)}</label>
            <div>
              <TextBox
                id={`hypothesis-${part}`}
                tall
                value={hypothesis[part]}
                onChange={(text) => edit((note) => ({ hypothesis: { ...note.hypothesis, [part]: text } }))}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

function Sample() {
  const say = useSay();
  const edit = useEdit();
  const sample = useNote((note) => note.sample);
  const kind = useNote((note) => note.kind);
  const change = (patch: Partial<Note['sample']>) => edit((note) => ({ sample: { ...note.sample, ...patch } }));
  return (
    <FieldGroup id="sample" label={say('note.field.sample')} hint={say('note.sample.hint')}>
      <div className="note-rowgrid">
        <Small id="sample-unit" label={say('note.sample.unit')} wide>
          <TextBox id="sample-unit" value={sample.unit} onChange={(unit) => change({ unit })} />
        </Small>
        <Small id="sample-planned" label={say('note.sample.planned')}>
          <NumberBox
            id="sample-planned"
            value={sample.planned}
            unit={sample.unit}
            kind="count"
            onChange={(planned) => change({ planned })}
          />
        </Small>
        <Small id="sample-chosen" label={say('note.sample.chosen')} wide>
          <TextBox id="sample-chosen" tall value={sample.chosen} onChange={(chosen) => change({ chosen })} />
        </Small>
        <Small id="sample-power" label={say('note.sample.power')} wide>
          <TextBox id="sample-power" tall value={sample.power} onChange={(power) => change({ power })} />
        </Small>
      </div>
      <SampleTool
        kind={kind}
        onAnswer={({ power, ...answer }) =>
          // What was written there before stays.
          change({ ...answer, power: [sample.power, power].filter((one) => one !== '').join('\n') })
        }
      />
    </FieldGroup>
  );
}

function PlannedDates() {
  const say = useSay();
  const edit = useEdit();
  const dates = useNote((note) => note.dates);
  const change = (patch: Partial<Note['dates']>) => edit((note) => ({ dates: { ...note.dates, ...patch } }));
  return (
    <FieldGroup id="planned-dates" label={say('note.field.dates')} hint={say('note.dates.hint')}>
      <div className="note-rowgrid">
        <Small id="planned-start" label={say('note.field.plannedStart')} wide="half">
          <DayBox
            id="planned-start"
            label={say('note.field.plannedStart')}
            value={dates.plannedStart}
            describedBy={hintId('planned-dates')}
            onChange={(plannedStart) => change({ plannedStart })}
          />
        </Small>
        <Small id="planned-end" label={say('note.field.plannedEnd')} wide="half">
          <DayBox
            id="planned-end"
            label={say('note.field.plannedEnd')}
            value={dates.plannedEnd}
            describedBy={hintId('planned-dates')}
            onChange={(plannedEnd) => change({ plannedEnd })}
          />
        </Small>
      </div>
    </FieldGroup>
  );
}

function Environment() {
  const say = useSay();
  const edit = useEdit();
  const environment = useNote((note) => note.environment);
  return (
    <Field id="environment" label={say('note.field.environment')}>
      <ChoiceBox
        id="environment"
        value={environment}
        options={ENVIRONMENTS.map((value) => ({ value, label: say(`note.environment.${value}`) }))}
        onChange={(value) => value !== '' && edit(() => ({ environment: value }))}
      />
    </Field>
  );
}

function Kind() {
  const say = useSay();
  const edit = useEdit();
  const kind = useNote((note) => note.kind);
  return (
    <Field id="kind" label={say('note.field.kind')}>
      <ChoiceBox
        id="kind"
        value={kind}
        options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
        onChange={(value) => value !== '' && edit(() => ({ kind: value }))}
      />
    </Field>
  );
}
