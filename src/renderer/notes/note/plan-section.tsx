import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { longDay } from '#domain/day.ts';
import { isDeviationField } from '#domain/note/plan-now.ts';
import { useSettings } from '#store/settings.ts';
import { useSay } from '#store/words.ts';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '../link-button.tsx';
import { DeviationForm } from './deviation-form.tsx';
import { useLocked, useNote } from './note-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSaid } from './plan-said.tsx';

/** How the test is made and judged: a form until it is ready, text from then on. */
export function PlanSection() {
  const say = useSay();
  const { language } = useSettings();
  const lockedAt = useNote((note) => note.plan?.lockedAt ?? null);
  const shared = useLocked();
  const [deviating, setDeviating] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const open = () => {
    flushSync(() => setDeviating(true));
    document.getElementById('deviation-field')?.focus();
  };
  const close = () => {
    flushSync(() => setDeviating(false));
    opener.current?.focus();
  };
  return (
    <section className="note-section" aria-labelledby="plan">
      <div className="sat-head">
        <h2 className="sat-h2" id="plan">
          {say('note.plan')}
        </h2>
        {lockedAt !== null && (
          <div className="sat-meta">
            <Icon name="lock" small />
            <span>{say('note.plan.locked', { day: longDay(lockedAt.slice(0, 10), language) })}</span>
            {!shared && (
              <LinkButton ref={opener} aria-expanded={deviating} onClick={open}>
                {say('note.deviation.record')}
              </LinkButton>
            )}
          </div>
        )}
      </div>
      {deviating && <DeviationForm onDone={close} />}
      <div className="note-fields">{lockedAt === null ? <PlanForm /> : <PlanSaid />}</div>
      <Deviations />
    </section>
  );
}

function Deviations() {
  const say = useSay();
  const { language } = useSettings();
  const deviations = useNote((note) => note.deviations);
  if (deviations.length === 0) return null;
  return (
    <>
      <h3 className="sat-h3 note-sub" id="deviations">
        {say('note.deviations', { count: deviations.length })}
      </h3>
      <ul className="sat-list">
        {deviations.map((one) => (
          <li key={one.id}>
            <b>{isDeviationField(one.field) ? say(`note.plan.${one.field}`) : one.field}</b>{' '}
            <span className="muted">{longDay(one.at.slice(0, 10), language)}</span>
            <p className="note-said">{say('note.deviation.change', { from: one.from, to: one.to })}</p>
            <p className="note-said">{say('note.becauseSaid', { because: one.because })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
