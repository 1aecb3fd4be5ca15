import { exactMoneyWords } from '#domain/calculators/amounts.ts';
import { type DecisionState, formOfRow, type RegisterRow } from '#domain/note/register.ts';
import { TEMPLATE_IDS } from '#domain/note/templates.ts';
import type { Say } from '#domain/words/words.ts';

/** As a filter names it. */
export const decisionWords = (decision: DecisionState, say: Say): string =>
  say(decision === 'none' ? 'register.decision.none' : `decision.${decision}`);

/** Of an experiment the template it was begun with, else what kind of test it is. */
export function kindWords(row: Pick<RegisterRow, 'template' | 'kind' | 'state'>, say: Say): string {
  if (formOfRow(row) === 'note') return say('form.note');
  const { template, kind } = row;
  const known = TEMPLATE_IDS.find((id) => id === template);
  return say(known ? `template.${known}.name` : `kind.${kind}`);
}

export function spentWords({ spent, cap }: Pick<RegisterRow, 'spent' | 'cap'>, say: Say): string {
  if (cap !== null)
    return say('register.spent', { spent: exactMoneyWords(say, spent), cap: exactMoneyWords(say, cap) });
  return spent > 0
    ? say('register.spent.uncapped', { spent: exactMoneyWords(say, spent) })
    : say('register.spent.unset');
}

/** Nothing where it was not said. */
export const sumWords = (pounds: number | null | undefined, say: Say): string =>
  typeof pounds === 'number' ? exactMoneyWords(say, pounds) : '';
