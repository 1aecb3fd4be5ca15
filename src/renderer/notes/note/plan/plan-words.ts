import { longDay } from '#domain/day.ts';
import { figureText, figureWithUnit } from '#domain/figure-text.ts';
import type { DeviationField } from '#domain/note/plan-now.ts';
import type { Metric, Note } from '#domain/note/record/note.ts';
import type { Say } from '#domain/words/words.ts';

/** A field of the plan as text, one thing a line; empty where nothing was said. */
export function planWords(note: Note, field: DeviationField, say: Say, language: string): string {
  switch (field) {
    case 'hypothesis': {
      const { change, effect, because } = note.hypothesis;
      return change + effect + because === '' ? '' : say('note.hypothesis.said', { change, effect, because });
    }
    case 'metrics':
      return note.metrics
        .toSorted((a, b) => Number(b.role === 'primary') - Number(a.role === 'primary'))
        .map((metric) => metricWords(metric, say))
        .join('\n');
    case 'stopRules':
      return note.stopRules.map(({ text }) => text).join('\n');
    case 'sample': {
      const { unit, planned, chosen, power } = note.sample;
      const many = planned === null ? unit : figureWithUnit(planned, unit);
      return [many, chosen, power].filter((line) => line !== '').join('\n');
    }
    case 'dataUse': {
      const { personal, synthetic, sources, dpiaRef } = note.dataUse;
      return [
        say(`note.dataUse.said.${personal}`),
        synthetic ? say('note.dataUse.synthetic') : '',
        ...sources,
        dpiaRef === '' ? '' : say('note.dataUse.dpia.said', { reference: dpiaRef }),
      ]
        .filter((line) => line !== '')
        .join('\n');
    }
    case 'environment':
      return say(`note.environment.${note.environment}`);
    case 'plannedStart':
    case 'plannedEnd': {
      const day = note.dates[field];
      return day === null ? '' : longDay(day, language);
    }
    case 'costCap':
      return note.costCap === null ? '' : figureText(note.costCap, '£');
    default:
      return note[field];
  }
}

/** "Share of suppliers who answer. Now 35%, target 60%." */
export function metricWords({ name, unit, role, baseline, target }: Metric, say: Say): string {
  return say('note.measure.said', {
    name,
    role,
    hasNow: baseline === null ? 'no' : 'yes',
    now: baseline === null ? '' : figureWithUnit(baseline, unit),
    hasTarget: target === null ? 'no' : 'yes',
    target: target === null ? '' : figureWithUnit(target, unit),
  });
}
