import { longDayAt } from '#domain/moment.ts';
import { DEVIATION_FIELDS, type DeviationField, deviationsNow } from '#domain/note/plan-now.ts';
import { plannedWords } from '#domain/note/planned-value.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { SaidField } from '../fields/field.tsx';
import { planWords } from './plan-words.ts';

/** The title stands above. */
const SHOWN: readonly DeviationField[] = DEVIATION_FIELDS.filter((field) => field !== 'title');

/** The locked plan as text, and under each part what became of it. */
export function PlanSaid() {
  return SHOWN.map((field) => <PlanRow key={field} field={field} />);
}

function PlanRow({ field }: { readonly field: DeviationField }) {
  const say = useSay();
  const { language } = useSettings();
  const words = useNote((note) => planWords(note, field, say, language));
  const deviations = useNote((note) => note.deviations);
  const later = deviationsNow({ deviations }).filter((one) => one.field === field);
  if (words === '' && later.length === 0) return null;
  return (
    <SaidField label={say(`note.field.${field}`)}>
      {field === 'hypothesis' && words !== '' && <HypothesisSaid />}
      {field === 'metrics' || field === 'stopRules' ? <Lines words={words} /> : null}
      {field !== 'hypothesis' && field !== 'metrics' && field !== 'stopRules' && <p>{words}</p>}
      {later.map((one) => (
        <p key={one.id} className="note-later">
          <b>{say('note.deviation.since', { day: longDayAt(one.at, language) })}</b>{' '}
          {plannedWords(one.toValue, one.to, language)}
        </p>
      ))}
    </SaidField>
  );
}

/** One thing a line; the main measure is the first. */
function Lines({ words }: { readonly words: string }) {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return (
    <ul className="note-bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function HypothesisSaid() {
  const say = useSay();
  const { change, effect, because } = useNote((note) => note.hypothesis);
  return (
    <p>
      <b>{say('note.hypothesis.change')}</b> {change}, <b>{say('note.hypothesis.effect')}</b> {effect},{' '}
      <b>{say('note.hypothesis.because')}</b> {because}
    </p>
  );
}
