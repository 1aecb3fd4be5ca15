import { toAddress } from '#domain/address.ts';
import { GUARDRAILS, type Guardrail, type GuardrailState, guardrailState } from '#domain/note/guardrails.ts';
import { isForReading } from '#domain/note/record/unread-fields.ts';
import { templateOf } from '#domain/note/templates.ts';
import { ReadBeside } from '#instruments/citing/beside/read-beside.tsx';
import { CitationsSide } from '#instruments/citing/citations/citations-side.tsx';
import { useSay } from '#kit/words.ts';
import { useEdit, useNote, useOpenNote } from '#store/notes/note-context.ts';
import { usePages } from '#store/packs/pages.ts';
import { Icon } from '#ui/icon.tsx';
import { NextStep } from './next-step.tsx';
import { CostAndTime } from './results/cost-and-time.tsx';

/** Beside the note: what the next step asks for, cost and time, guardrails, and what the test cannot tell. */
export function NoteSide({ onStop }: { readonly onStop: () => void }) {
  return (
    <>
      <NextStep />
      <CostAndTime onStop={onStop} />
      <Cited />
      <GuardrailsPanel />
      <CannotTell />
      <Guidance />
    </>
  );
}

/** What the note relies on. Of a note that is only read nothing else is beside it, and nothing changes. */
export function Cited() {
  const edit = useEdit();
  const isReading = useNote(isForReading);
  const citations = useNote((note) => note.citations);
  return <CitationsSide citations={citations} edit={isReading ? null : edit} />;
}

/** So many are listed; the rest stand in the note. */
const SHOWN = 6;
const ICONS = { met: 'tick', red: 'cross', notApplicable: 'minus', open: 'minus' } as const;
const TONES = { met: 'ok', red: 'bad', notApplicable: 'muted', open: 'muted' } as const;
/** What asks for something comes first. */
const ORDER: readonly GuardrailState[] = ['red', 'open', 'notApplicable', 'met'];

function GuardrailsPanel() {
  const say = useSay();
  const { id } = useOpenNote().row();
  const template = useNote((note) => note.template);
  const states = useNote((note) => GUARDRAILS.map((one) => guardrailState(note, one)).join(' '));
  const stateOf = new Map(states.split(' ').map((state, at) => [GUARDRAILS[at], state as GuardrailState]));
  const answered = [...stateOf.values()].filter((state) => state === 'met' || state === 'notApplicable').length;
  const mattering = templateOf({ template })?.guardrails ?? [];
  const weight = (one: Guardrail): number => {
    const at = mattering.indexOf(one);
    return ORDER.indexOf(stateOf.get(one) ?? 'open') * 100 + (at < 0 ? 50 : at);
  };
  const shown = [...GUARDRAILS].sort((a, b) => weight(a) - weight(b)).slice(0, SHOWN);
  const link = (section: string) => toAddress({ screen: 'note', id, section });
  return (
    <section aria-labelledby="guardrails-side">
      <h2 id="guardrails-side">
        {say('note.field.guardrails')}{' '}
        <span className="note-count">{say('note.guardrails.count', { answered, all: GUARDRAILS.length })}</span>
      </h2>
      <ul className="note-guards">
        {shown.map((one) => {
          const state = stateOf.get(one) ?? 'open';
          return (
            <li key={one}>
              <span className={TONES[state]}>
                <Icon name={ICONS[state]} />
              </span>
              <span>
                {state === 'met' ? (
                  say(`guardrail.${one}`)
                ) : (
                  <a href={link(`guardrail-${one}`)}>{say(`guardrail.${one}`)}</a>
                )}
                <span className={state === 'red' ? undefined : 'vh'}>
                  {': '}
                  {say(`note.guardrail.state.${state}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="small note-all">
        <a href={link('guardrails')}>{say('note.guardrails.all', { all: GUARDRAILS.length })}</a>
      </p>
    </section>
  );
}

function CannotTell() {
  const say = useSay();
  const template = templateOf({ template: useNote((note) => note.template) });
  if (!template) return null;
  return (
    <section aria-labelledby="cannot-tell">
      <h2 id="cannot-tell">{say('note.cannotTell')}</h2>
      <p className="note-aside">{say(`template.${template.id}.cannot`)}</p>
    </section>
  );
}

/** The template's pages, of those packs that are here. */
function Guidance() {
  const say = useSay();
  const template = templateOf({ template: useNote((note) => note.template) });
  const pages = usePages() ?? [];
  const found = (template?.guidance ?? []).flatMap(
    ({ pack, page }) => pages.find((row) => row.pack === pack && row.meta.id === page) ?? [],
  );
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="guidance-side">
      <h2 id="guidance-side">{say('note.guidance')}</h2>
      <ul className="plain note-missing">
        {found.map(({ pack, meta }) => (
          <li key={meta.id}>
            <a href={toAddress({ screen: 'read', pack, page: meta.id })}>{meta.title}</a>
            <ReadBeside place={{ pack, page: meta.id }} title={meta.title} />
          </li>
        ))}
      </ul>
    </section>
  );
}
