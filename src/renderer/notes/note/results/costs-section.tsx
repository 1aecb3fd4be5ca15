import { longDay } from '#domain/day.ts';
import { figureText } from '#domain/figure-text.ts';
import type { Note } from '#domain/note/record/note.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { Button } from '#ui/button.tsx';
import { DayBox } from '../fields/day-box.tsx';
import { FieldGroup, SaidField, Small } from '../fields/field.tsx';
import { NumberBox } from '../fields/number-box.tsx';
import { RemoveButton } from '../fields/remove-button.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { useTakeOut } from '../fields/use-take-out.ts';

/** When it really ran, and what was spent. */
export function CostsSection() {
  const say = useSay();
  const locked = useLocked();
  return (
    <section className="note-section" aria-labelledby="costs">
      <h2 className="sat-h2" id="costs">
        {say('note.run')}
      </h2>
      <div className="note-fields">{locked ? <RunSaid /> : <RunForm />}</div>
    </section>
  );
}

function RunForm() {
  const say = useSay();
  const edit = useEdit();
  const today = useToday();
  const dates = useNote((note) => note.dates);
  const costs = useNote((note) => note.costs);
  const change = (patch: Partial<Note['dates']>) => edit((note) => ({ dates: { ...note.dates, ...patch } }));
  const add = () => {
    const id = crypto.randomUUID();
    edit((note) => ({ costs: [...note.costs, { id, day: today, pounds: null, what: '' }] }));
    requestAnimationFrame(() => document.getElementById(`cost-${id}-pounds`)?.focus());
  };
  return (
    <>
      <FieldGroup id="run-dates" label={say('note.field.dates')} hint={say('note.dates.hint')}>
        <div className="note-rowgrid">
          <Small id="start" label={say('note.dates.start')} wide="half">
            <DayBox
              id="start"
              label={say('note.dates.start')}
              value={dates.start}
              onChange={(start) => change({ start })}
            />
          </Small>
          <Small id="end" label={say('note.dates.end')} wide="half">
            <DayBox id="end" label={say('note.dates.end')} value={dates.end} onChange={(end) => change({ end })} />
          </Small>
        </div>
      </FieldGroup>
      <FieldGroup id="spent" label={say('note.field.costs')} hint={say('note.costs.hint')}>
        {costs.map((cost, at) => (
          <Cost key={cost.id} cost={cost} name={say('note.cost.number', { number: at + 1 })} />
        ))}
        <RemovedLine list="spent" />
        <Button id="add-cost" kind="tool" icon="plus" onClick={add}>
          {say('note.cost.add')}
        </Button>
      </FieldGroup>
    </>
  );
}

type CostRow = Note['costs'][number];

function Cost({ cost, name }: { readonly cost: CostRow; readonly name: string }) {
  const say = useSay();
  const edit = useEdit();
  const takeOut = useTakeOut('costs');
  const id = `cost-${cost.id}`;
  const change = (patch: Partial<CostRow>) =>
    edit((note) => ({ costs: note.costs.map((one) => (one.id === cost.id ? { ...one, ...patch } : one)) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside its fields
    <div className="note-rowgrid" role="group" aria-label={name}>
      <Small id={`${id}-pounds`} label={say('note.cost.pounds')}>
        <NumberBox id={`${id}-pounds`} value={cost.pounds} unit="£" onChange={(pounds) => change({ pounds })} />
      </Small>
      <Small id={`${id}-day`} label={say('note.cost.day')} wide="half">
        <DayBox id={`${id}-day`} label={say('note.cost.day')} value={cost.day} onChange={(day) => change({ day })} />
      </Small>
      <Small id={`${id}-what`} label={say('note.cost.what')} wide>
        <TextBox id={`${id}-what`} value={cost.what} onChange={(what) => change({ what })} />
      </Small>
      <RemoveButton name={name} onRemove={() => takeOut({ id: cost.id, name, list: 'spent', back: `${id}-pounds` })} />
    </div>
  );
}

function RunSaid() {
  const say = useSay();
  const { language } = useSettings();
  const { start, end } = useNote((note) => note.dates);
  const costs = useNote((note) => note.costs);
  return (
    <>
      {start !== null && <SaidField label={say('note.dates.start')}>{longDay(start, language)}</SaidField>}
      {end !== null && <SaidField label={say('note.dates.end')}>{longDay(end, language)}</SaidField>}
      {costs.length > 0 && (
        <SaidField label={say('note.field.costs')}>
          {costs.map(({ id, day, pounds, what }) => (
            <p key={id}>
              {day === null ? '' : `${longDay(day, language)} `}
              <b>{figureText(pounds ?? 0, '£')}</b> {what}
            </p>
          ))}
        </SaidField>
      )}
    </>
  );
}
