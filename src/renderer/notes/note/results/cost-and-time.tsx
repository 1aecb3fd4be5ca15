import { daysBetween } from '#domain/day.ts';
import { figureText } from '#domain/figure-text.ts';
import { costMeter } from '#domain/note/cost.ts';
import { endNow } from '#domain/note/plan-now.ts';
import { useToday } from '#kit/today.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { Button } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';

/** Spent of the cap, the day of the test, and the way to stop. */
export function CostAndTime({ onStop }: { readonly onStop: () => void }) {
  const say = useSay();
  const today = useToday();
  const status = useNote((note) => note.status);
  const costs = useNote((note) => note.costs);
  const costCap = useNote((note) => note.costCap);
  const deviations = useNote((note) => note.deviations);
  const dates = useNote((note) => note.dates);
  const { spent, cap, share, level } = costMeter({ costs, costCap, deviations });
  const end = endNow({ dates, deviations });
  const running = status === 'running';
  if (status === 'idea' || (cap === null && spent === 0)) return null;
  const percent = share === null ? null : Math.round(share * 100);
  const text =
    cap === null
      ? say('note.cost.spentOnly', { spent: figureText(spent, '£') })
      : say('note.cost.spent', { spent: figureText(spent, '£'), cap: figureText(cap, '£') });
  return (
    <section className="note-cost" aria-labelledby="cost-time">
      <h2 id="cost-time">{say('note.costAndTime')}</h2>
      <p className="row row--between small">
        <span>{text}</span>
        {percent !== null && <span className="muted">{say('note.cost.percent', { percent })}</span>}
      </p>
      {share !== null && (
        <Meter label={say('note.cost.meter')} value={share} text={text} mark={0.8} warn={level !== 'within'} amount />
      )}
      <p className={level === 'within' ? 'small muted' : 'small warn'}>
        {cap !== null &&
          say(`note.cost.level.${spent > cap ? 'over' : level}`, {
            warning: figureText(Math.round(cap * 80) / 100, '£'),
            over: figureText(Math.round((spent - cap) * 100) / 100, '£'),
          })}{' '}
        <Days start={dates.start} end={end} today={today} running={running} />
      </p>
      {running && (
        <Button kind="tool" icon="stop" onClick={onStop}>
          {say('note.stop')}
        </Button>
      )}
    </section>
  );
}

interface DaysProps {
  readonly start: string | null;
  readonly end: string | null;
  readonly today: string;
  readonly running: boolean;
}

/** "Day 6 of 15": the first day is day 1. */
function Days({ start, end, today, running }: DaysProps) {
  const say = useSay();
  if (!running || start === null) return null;
  const day = daysBetween(start, today) + 1;
  if (day < 1) return say('note.day.before', { days: 1 - day });
  if (end === null) return say('note.day', { day });
  const days = daysBetween(start, end) + 1;
  return day > days ? say('note.day.over', { days: day - days }) : say('note.day.of', { day, days });
}
