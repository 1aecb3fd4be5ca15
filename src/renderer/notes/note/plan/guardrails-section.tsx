import { GUARDRAILS, type Guardrail, type GuardrailState, guardrailState } from '#domain/note/guardrails.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useLocked, useNote } from '#store/notes/note-context.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { TextBox } from '../fields/text-box.tsx';

/** What keeps the test free of risk: one question each, yes, no or not applicable, and a word why. */
export function GuardrailsSection() {
  const say = useSay();
  const shared = useLocked();
  const planLocked = useNote((note) => note.plan !== null);
  const locked = planLocked || shared;
  return (
    <section className="note-section" aria-labelledby="guardrails">
      <h2 className="sat-h2" id="guardrails">
        {say('note.field.guardrails')}
      </h2>
      <ul className="plain note-fields">
        {GUARDRAILS.map((guardrail) => (
          <li key={guardrail} className="note-guard">
            {locked ? <Answered guardrail={guardrail} /> : <Asked guardrail={guardrail} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ANSWERS = ['yes', 'no', 'notApplicable'] as const;

function Asked({ guardrail }: { readonly guardrail: Guardrail }) {
  const say = useSay();
  const edit = useEdit();
  const given = useNote((note) => note.guardrails[guardrail]);
  const state = useNote((note) => guardrailState(note, guardrail));
  const id = `guardrail-${guardrail}`;
  const answer = (next: (typeof ANSWERS)[number]) =>
    edit((note) => ({
      guardrails: { ...note.guardrails, [guardrail]: { note: note.guardrails[guardrail]?.note ?? '', answer: next } },
    }));
  return (
    <fieldset aria-describedby={`${id}-help ${id}-state`}>
      <legend>{say(`guardrail.${guardrail}.question`)}</legend>
      <p className="note-hint" id={`${id}-help`}>
        {say(`guardrail.${guardrail}.help`)}
      </p>
      <div className="note-answers">
        {ANSWERS.map((one, at) => (
          <label key={one} className="sat-check">
            <input
              type="radio"
              id={at === 0 ? id : undefined}
              name={id}
              checked={given?.answer === one}
              onChange={() => answer(one)}
            />
            <span>{say(`note.guardrail.${one}`)}</span>
          </label>
        ))}
        <span id={`${id}-state`}>
          <GuardrailSign state={state} />
        </span>
      </div>
      {given !== undefined && (
        <div className="note-small">
          <label htmlFor={`${id}-note`}>
            {say(given.answer === 'notApplicable' ? 'note.guardrail.why' : 'note.guardrail.note')}
          </label>
          <TextBox
            id={`${id}-note`}
            value={given.note}
            onChange={(words) =>
              edit((note) => ({
                guardrails: { ...note.guardrails, [guardrail]: { answer: given.answer, note: words } },
              }))
            }
          />
        </div>
      )}
    </fieldset>
  );
}

function Answered({ guardrail }: { readonly guardrail: Guardrail }) {
  const say = useSay();
  const state = useNote((note) => guardrailState(note, guardrail));
  const words = useNote((note) => note.guardrails[guardrail]?.note ?? '');
  return (
    <>
      <p id={`guardrail-${guardrail}`}>
        <span>{say(`guardrail.${guardrail}`)}</span> <GuardrailSign state={state} />
      </p>
      {words !== '' && <p className="muted note-said">{words}</p>}
    </>
  );
}

const SIGNS: Readonly<Record<GuardrailState, readonly [icon: IconName, tone: string]>> = {
  met: ['tick', 'ok'],
  red: ['cross', 'bad'],
  notApplicable: ['minus', 'muted'],
  open: ['minus', 'muted'],
};

/** How a guardrail stands: sign and word. */
function GuardrailSign({ state }: { readonly state: GuardrailState }) {
  const say = useSay();
  const [icon, tone] = SIGNS[state];
  return (
    <span className={`note-sign ${tone}`}>
      <Icon name={icon} small /> {say(`note.guardrail.state.${state}`)}
    </span>
  );
}
