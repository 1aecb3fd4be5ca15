import type { ReactNode } from 'react';
import { longDay } from '#domain/day.ts';
import { DECISIONS, LEVELS } from '#domain/note/choices.ts';
import type { FieldsWith } from '#domain/note/fields.ts';
import type { Note } from '#domain/note/record/note.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { ChoiceBox } from '../fields/choice-box.tsx';
import { DayBox } from '../fields/day-box.tsx';
import { FieldGroup, SaidField, Small } from '../fields/field.tsx';
import { FieldsOf } from '../fields/fields-of.tsx';
import { LinesField } from '../fields/lines-field.tsx';
import { TextBox } from '../fields/text-box.tsx';
import { TextField } from '../fields/text-field.tsx';

/** In the order in which it is written; a field that is missing here does not compile. */
const LEARNED: Readonly<Record<FieldsWith<'form', 'learned'>, ReactNode>> = {
  learning: <Learning />,
  confidence: <Confidence />,
  decision: <Decision />,
  next: <LinesField name="next" />,
};
/** The same once it is closed, where it is read in another shape. */
const CONCLUDED: Partial<typeof LEARNED> = { confidence: <ConfidenceSaid />, decision: <DecisionSaid /> };

/** What was learned, how sure that is, what was decided and what comes next. */
export function LearningSection() {
  const say = useSay();
  const locked = useLocked();
  return (
    <section className="note-section" aria-labelledby="learned">
      <h2 className="sat-h2" id="learned">
        {say('note.learned')}
      </h2>
      <div className="note-fields">
        <FieldsOf fields={locked ? { ...LEARNED, ...CONCLUDED } : LEARNED} />
      </div>
    </section>
  );
}

function Learning() {
  const say = useSay();
  return <TextField name="learning" hint={say('note.field.learning.hint')} />;
}

function Confidence() {
  const say = useSay();
  const edit = useEdit();
  const confidence = useNote((note) => note.confidence);
  const change = (patch: Partial<Note['confidence']>) =>
    edit((note) => ({ confidence: { ...note.confidence, ...patch } }));
  return (
    <FieldGroup id="sure" label={say('note.field.confidence')}>
      <div className="note-rowgrid">
        <Small id="confidence" label={say('note.confidence.level')} wide>
          <ChoiceBox
            id="confidence"
            value={confidence.level ?? ''}
            none={say('note.choose')}
            options={LEVELS.map((value) => ({ value, label: say(`note.confidence.${value}`) }))}
            onChange={(level) => change({ level: level === '' ? null : level })}
          />
        </Small>
        <Small id="confidence-because" label={say('note.because')} wide>
          <TextBox
            id="confidence-because"
            tall
            value={confidence.because}
            onChange={(because) => change({ because })}
          />
        </Small>
      </div>
    </FieldGroup>
  );
}

type Decided = NonNullable<Note['decision']>;

function Decision() {
  const say = useSay();
  const edit = useEdit();
  const today = useToday();
  const decision = useNote((note) => note.decision);
  const change = (patch: Partial<Decided>) =>
    edit((note) => (note.decision ? { decision: { ...note.decision, ...patch } } : {}));
  const choose = (choice: Decided['choice'] | '') =>
    edit((note) => {
      if (choice === '') return { decision: null };
      const start: Decided = { choice, because: '', byRole: note.approverRole, day: today };
      return { decision: { ...(note.decision ?? start), choice } };
    });
  return (
    <FieldGroup id="decided" label={say('note.field.decision')}>
      <div className="note-rowgrid">
        <Small id="decision" label={say('note.decision.choice')} wide>
          <ChoiceBox
            id="decision"
            value={decision?.choice ?? ''}
            none={say('note.choose')}
            options={DECISIONS.map((value) => ({ value, label: say(`note.decision.${value}`) }))}
            onChange={choose}
          />
        </Small>
        {decision !== null && (
          <>
            <Small id="decision-because" label={say('note.because')} wide>
              <TextBox
                id="decision-because"
                tall
                value={decision.because}
                onChange={(because) => change({ because })}
              />
            </Small>
            <Small id="decision-byRole" label={say('note.decision.byRole')} wide>
              <TextBox id="decision-byRole" value={decision.byRole} onChange={(byRole) => change({ byRole })} />
            </Small>
            <Small id="decision-day" label={say('note.decision.day')} wide="half">
              <DayBox
                id="decision-day"
                label={say('note.decision.day')}
                value={decision.day}
                onChange={(day) => change({ day })}
              />
            </Small>
          </>
        )}
      </div>
    </FieldGroup>
  );
}

function ConfidenceSaid() {
  const say = useSay();
  const { level, because } = useNote((note) => note.confidence);
  if (level === null) return null;
  return (
    <SaidField label={say('note.field.confidence')}>
      <p>
        {say(`note.confidence.${level}`)}. {because}
      </p>
    </SaidField>
  );
}

function DecisionSaid() {
  const say = useSay();
  const { language } = useSettings();
  const decision = useNote((note) => note.decision);
  if (decision === null) return null;
  return (
    <SaidField label={say('note.field.decision')}>
      <p>
        <b>{say(`decision.${decision.choice}`)}</b>. {decision.because}
      </p>
      <p className="muted">
        {decision.byRole} {decision.day === null ? '' : longDay(decision.day, language)}
      </p>
    </SaidField>
  );
}
