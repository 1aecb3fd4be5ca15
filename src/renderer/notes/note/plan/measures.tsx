import type { Metric } from '#domain/note/record/note.ts';
import { RemovedLine } from '#instruments/removal/removed-line.tsx';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote } from '#store/notes/note-context.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { FieldGroup, Small } from '../fields/field.tsx';
import { NumberBox } from '../fields/number-box.tsx';
import { RemoveButton } from '../fields/remove-button.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { useTakeOut } from '../fields/use-take-out.ts';

/** The main measure, then the others; each with what it is now and what it should become. */
export function Measures() {
  const say = useSay();
  const edit = useEdit();
  const metrics = useNote((note) => note.metrics);
  const primary = metrics.filter(({ role }) => role === 'primary');
  const others = metrics.filter(({ role }) => role !== 'primary');
  const add = (role: Metric['role'], focus: string) => {
    const id = crypto.randomUUID();
    edit((note) => ({ metrics: [...note.metrics, { ...BLANK, id, role }] }));
    requestAnimationFrame(() => document.getElementById(`metric-${id}-${focus}`)?.focus());
  };
  return (
    <>
      <FieldGroup id="main-measure" label={say('note.measure.main')} hint={say('note.measure.main.hint')}>
        {primary.map((metric) => (
          <Measure key={metric.id} metric={metric} lone={primary.length === 1} />
        ))}
        <RemovedLine list="main-measure" />
        {primary.length === 0 && (
          <Button id="add-main-measure" kind="tool" icon="plus" onClick={() => add('primary', 'name')}>
            {say('note.measure.add.main')}
          </Button>
        )}
      </FieldGroup>
      <FieldGroup id="measures" label={say('note.measure.others')} hint={say('note.measure.others.hint')}>
        {others.map((metric) => (
          <Measure key={metric.id} metric={metric} lone={false} />
        ))}
        <RemovedLine list="measures" />
        <Button id="add-measure" kind="tool" icon="plus" onClick={() => add('secondary', 'name')}>
          {say('note.measure.add')}
        </Button>
      </FieldGroup>
    </>
  );
}

const BLANK: Omit<Metric, 'id' | 'role'> = {
  name: '',
  unit: '',
  baseline: null,
  target: null,
  direction: 'up',
  source: '',
};

const ROLES = ['primary', 'secondary', 'guardrail'] as const;
const DIRECTIONS = ['up', 'down'] as const;

function Measure({ metric, lone }: { readonly metric: Metric; readonly lone: boolean }) {
  const say = useSay();
  const edit = useEdit();
  const takeOut = useTakeOut('metrics');
  const id = `metric-${metric.id}`;
  const name = metric.name.trim() === '' ? say('note.measure.unnamed') : metric.name;
  const change = (patch: Partial<Metric>) =>
    edit((note) => ({ metrics: note.metrics.map((one) => (one.id === metric.id ? { ...one, ...patch } : one)) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside its fields
    <div className="note-rowgrid" role="group" aria-label={name}>
      <Small id={`${id}-name`} label={say('note.measure.name')} wide>
        <TextBox id={`${id}-name`} value={metric.name} onChange={(text) => change({ name: text })} />
      </Small>
      <Small id={`${id}-baseline`} label={say('note.measure.now')}>
        <NumberBox
          id={`${id}-baseline`}
          value={metric.baseline}
          unit={metric.unit}
          kind="figure"
          onChange={(baseline) => change({ baseline })}
        />
      </Small>
      <Small id={`${id}-target`} label={say('note.measure.target')}>
        <NumberBox
          id={`${id}-target`}
          value={metric.target}
          unit={metric.unit}
          kind="figure"
          onChange={(target) => change({ target })}
        />
      </Small>
      <Small id={`${id}-unit`} label={say('note.measure.unit')}>
        <TextBox id={`${id}-unit`} value={metric.unit} onChange={(unit) => change({ unit })} />
      </Small>
      <Small id={`${id}-direction`} label={say('note.measure.direction')}>
        <ChoiceBox
          id={`${id}-direction`}
          value={metric.direction}
          options={DIRECTIONS.map((value) => ({ value, label: say(`note.measure.direction.${value}`) }))}
          onChange={(direction) => direction !== '' && change({ direction })}
        />
      </Small>
      {lone ? null : (
        <>
          <Small id={`${id}-role`} label={say('note.measure.role')} wide="half">
            <ChoiceBox
              id={`${id}-role`}
              value={metric.role}
              options={ROLES.map((value) => ({ value, label: say(`note.measure.role.${value}`) }))}
              onChange={(role) => role !== '' && change({ role })}
            />
          </Small>
          <RemoveButton
            name={name}
            onRemove={() =>
              takeOut({
                id: metric.id,
                name,
                list: metric.role === 'primary' ? 'main-measure' : 'measures',
                back: `${id}-name`,
              })
            }
          />
        </>
      )}
    </div>
  );
}
