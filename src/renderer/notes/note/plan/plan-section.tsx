import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { longDayAt } from '#domain/moment.ts';
import { mayUnlock } from '#domain/note/lifecycle.ts';
import { deviationsNow, isDeviationField, UNLOCKED } from '#domain/note/plan-now.ts';
import { plannedWords } from '#domain/note/planned-value.ts';
import type { Say } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useLocked, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { isBegun } from '#store/notes/note-drafts.ts';
import { usePlanStanding } from '#store/notes/plan-standing.ts';
import { Icon } from '#ui/icon.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { DeviationForm } from './deviation-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanSaid } from './plan-said.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** The forms that open above the locked plan, and the field of each that is written first. */
const FIRST = { deviation: 'deviation-field', unlock: 'unlock-because' } as const;
/** Words in these wait for a person who left before they were recorded. */
const BEGUN = { deviation: ['deviation-to', 'deviation-because'], unlock: ['unlock-because'] } as const;

/** How the test is made and judged: a form until it is ready, text from then on. */
export function PlanSection() {
  const say = useSay();
  const { language } = useSettings();
  const lockedAt = useNote((note) => note.plan?.lockedAt ?? null);
  const shared = useLocked();
  const unlockable = useNote(mayUnlock);
  const saver = useOpenNote();
  const [form, setForm] = useState<keyof typeof FIRST | null>(() => {
    const waits = (which: keyof typeof BEGUN): boolean => isBegun(saver.row().id, BEGUN[which]);
    if (lockedAt === null || shared) return null;
    return waits('deviation') ? 'deviation' : waits('unlock') ? 'unlock' : null;
  });
  const openers = { deviation: useRef<HTMLButtonElement>(null), unlock: useRef<HTMLButtonElement>(null) };
  const heading = useRef<HTMLHeadingElement>(null);
  const open = (which: keyof typeof FIRST) => () => {
    flushSync(() => setForm(which));
    document.getElementById(FIRST[which])?.focus();
  };
  const close = () => {
    const opener = form && openers[form].current;
    flushSync(() => setForm(null));
    opener?.focus();
  };
  const unlocked = () => {
    // What was pressed goes with the lock.
    flushSync(() => setForm(null));
    heading.current?.focus();
  };
  return (
    <section className="note-section" aria-labelledby="plan">
      <div className="sat-head">
        <h2 className="sat-h2" id="plan" ref={heading} tabIndex={-1}>
          {say('note.plan')}
        </h2>
        {lockedAt !== null && (
          <div className="sat-meta">
            <Icon name="lock" small />
            <span>{say('note.plan.locked', { day: longDayAt(lockedAt, language) })}</span>
            <Standing />
            {!shared && (
              <LinkButton ref={openers.deviation} aria-expanded={form === 'deviation'} onClick={open('deviation')}>
                {say('note.deviation.record')}
              </LinkButton>
            )}
            {!shared && unlockable && (
              <LinkButton ref={openers.unlock} aria-expanded={form === 'unlock'} onClick={open('unlock')}>
                {say('note.unlock')}
              </LinkButton>
            )}
          </div>
        )}
      </div>
      {form === 'deviation' && <DeviationForm onDone={close} />}
      {form === 'unlock' && unlockable && <UnlockForm onCancel={close} onUnlocked={unlocked} />}
      <div className="note-fields">{lockedAt === null && !shared ? <PlanForm /> : <PlanSaid />}</div>
      <Deviations />
    </section>
  );
}

/** Whether the plan is as it was locked, worked out again from what the note holds now. */
function Standing() {
  const say = useSay();
  const standing = usePlanStanding(useNote((note) => note));
  if (!standing) return null;
  const words = say(`note.plan.standing.${standing}`);
  return <span>{standing === 'changed' ? <b>{words}</b> : words}</span>;
}

function Deviations() {
  const say = useSay();
  const { language } = useSettings();
  const deviations = useNote((note) => note.deviations);
  const since = deviationsNow({ deviations });
  if (deviations.length === 0) return null;
  return (
    <>
      <h3 className="sat-h3 note-sub" id="deviations">
        {deviations.length > since.length
          ? say('note.field.deviations')
          : say('note.deviations', { count: deviations.length })}
      </h3>
      <ul className="sat-list">
        {deviations.map((one) => (
          <li key={one.id}>
            <b>{fieldWords(one.field, say)}</b> <span className="muted">{longDayAt(one.at, language)}</span>
            <p className="note-said">
              {say('note.deviation.change', {
                from: plannedWords(one.fromValue, one.from, language),
                to: plannedWords(one.toValue, one.to, language),
              })}
            </p>
            <p className="note-said">{say('note.becauseSaid', { because: one.because })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

const fieldWords = (field: string, say: Say): string => {
  if (field === UNLOCKED) return say('note.unlock.happened');
  return isDeviationField(field) ? say(`note.field.${field}`) : field;
};
