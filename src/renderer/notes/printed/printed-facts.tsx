import { longDay } from '#domain/day.ts';
import { costMeter } from '#domain/note/cost.ts';
import { isExperiment } from '#domain/note/form.ts';
import type { PlanStanding } from '#domain/note/plan.ts';
import type { Note } from '#domain/note/record/note.ts';
import { templateOf } from '#domain/note/templates.ts';
import type { Say } from '#domain/words/words.ts';
import { usePlanStanding } from '#store/plan-standing.ts';
import { useSettings } from '#store/settings.ts';
import { useSay } from '#store/words.ts';
import { DataList, type Fact } from '#ui/data-list.tsx';
import { figureText } from '../note/figure-text.ts';

/** What a note is and where it stands, in a few lines under its title. */
export function PrintedFacts({ note, by }: { readonly note: Note; readonly by: string }) {
  const say = useSay();
  const { language } = useSettings();
  const fact = (key: string, name: string, value: string): readonly Fact[] =>
    value.trim() === '' ? [] : [{ key, name, value }];
  const standing = usePlanStanding(note);
  const template = templateOf(note);
  const walked = [
    ...fact('status', say('print.status'), say(note.ending ? `ending.${note.ending.kind}` : `status.${note.status}`)),
    ...fact('kind', say('print.kind'), say(template ? `template.${template.id}.name` : `kind.${note.kind}`)),
  ];
  const facts = [
    ...(isExperiment(note) ? walked : []),
    ...fact('decision', say('print.decision'), decisionOf(note, say, language)),
    ...fact('owner', say('print.owner'), note.ownerRole),
    ...fact('by', say('print.by'), by === note.ownerRole ? '' : by),
    ...fact('dates', say('print.dates'), datesOf(note, say, language)),
    ...fact('spent', say('print.spent'), spentOf(note, say)),
    ...fact('plan', say('print.plan'), planOf(note, standing ?? null, say, language)),
    ...fact('licence', say('print.licence'), note.licence),
    ...fact('tags', say('print.tags'), note.tags.join(', ')),
  ];
  return (
    <>
      <DataList facts={facts} />
      {standing === undefined ? <span data-coming="" /> : null}
    </>
  );
}

function decisionOf({ decision }: Note, say: Say, language: string): string {
  if (!decision) return '';
  const name = say(`decision.${decision.choice}`);
  const role = decision.byRole.trim();
  if (decision.day === null) return role === '' ? name : say('print.decision.by', { decision: name, role });
  const day = longDay(decision.day, language);
  return role === ''
    ? say('print.decision.on', { decision: name, day })
    : say('print.decision.byOn', { decision: name, role, day });
}

function datesOf({ dates }: Note, say: Say, language: string): string {
  const { start, end, plannedStart, plannedEnd } = dates;
  const day = (one: string | null): string => (one === null ? say('print.dates.open') : longDay(one, language));
  if (start !== null)
    return say('print.dates.run', { from: day(start), to: day(end), ended: end === null ? 'no' : 'yes' });
  if (plannedStart === null && plannedEnd === null) return '';
  return say('print.dates.planned', { from: day(plannedStart), to: day(plannedEnd) });
}

function spentOf(note: Note, say: Say): string {
  const { spent, cap } = costMeter(note);
  if (cap !== null) return say('print.spent.of', { spent: figureText(spent, '£'), cap: figureText(cap, '£') });
  return spent === 0 ? '' : say('print.spent.uncapped', { spent: figureText(spent, '£') });
}

function planOf({ plan }: Note, standing: PlanStanding | null, say: Say, language: string): string {
  if (plan === null) return '';
  const said = standing === null ? '' : say(`note.plan.standing.${standing}`);
  return say('print.plan.locked', {
    day: longDay(plan.lockedAt.slice(0, 10), language),
    hash: plan.hash,
    standing: said,
  });
}
