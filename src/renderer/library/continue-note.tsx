import { toAddress } from '#domain/address.ts';
import { exactMoneyWords } from '#domain/calculators/amounts.ts';
import { daysBetween } from '#domain/day.ts';
import { momentWords } from '#domain/moment.ts';
import { costMeter } from '#domain/note/cost.ts';
import { isExperiment } from '#domain/note/form.ts';
import { endNow } from '#domain/note/plan-now.ts';
import type { Note } from '#domain/note/record/note.ts';
import type { Say } from '#domain/words/words.ts';
import { useSettings } from '#kit/settings.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';

/** The note opened last, when it was changed; of an experiment where it stands and what it has cost. */
export function ContinueNote({ note }: { readonly note: Note }) {
  const say = useSay();
  const { language } = useSettings();
  const today = useToday();
  const isPlain = !isExperiment(note);
  const facts = [
    isPlain ? '' : standing(note, today, say),
    isPlain ? '' : spending(note, say),
    say('continue.changed', { moment: momentWords(note.changed, today, language, say, { within: true }) }),
  ];
  return (
    <section className="sat-panel" aria-labelledby="library-experiment">
      <h2 className="small muted library-panel__head" id="library-experiment">
        {say(isPlain ? 'continue.note' : 'continue.experiment')}
      </h2>
      <p className="sat-h2">
        <a href={toAddress({ screen: 'note', id: note.id })}>
          {note.title === '' ? say('notes.untitled') : note.title}
        </a>
      </p>
      <p className="muted small">{facts.filter(Boolean).join(' ')}</p>
    </section>
  );
}

/** While it runs, which day of how many. */
function standing(note: Note, today: string, say: Say): string {
  const { status } = note;
  const { start } = note.dates;
  const end = endNow(note);
  const day = start === null ? 0 : daysBetween(start, today) + 1;
  const days = start === null || end === null ? 0 : daysBetween(start, end) + 1;
  if (status !== 'running' || day < 1) return say('continue.status', { status: say(`status.${status}`) });
  return days >= day ? say('continue.dayOf', { day, days }) : say('continue.day', { day });
}

function spending(note: Note, say: Say): string {
  const { spent, cap } = costMeter(note);
  if (cap !== null)
    return say('continue.spent', { spent: exactMoneyWords(say, spent), cap: exactMoneyWords(say, cap) });
  return spent > 0 ? say('continue.uncapped', { spent: exactMoneyWords(say, spent) }) : '';
}
