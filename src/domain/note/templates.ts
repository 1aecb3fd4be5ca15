import type { Say, WordKey } from '../words/words.ts';
import type { Kind } from './choices.ts';
import type { Guardrail } from './guardrails.ts';
import { type Metric, type Note, newNote } from './record/note.ts';

export const TEMPLATE_IDS = [
  'interviewRound',
  'survey',
  'fakeDoor',
  'prototype',
  'technicalSpike',
  'shadowRun',
  'abTest',
  'pilot',
  'simulation',
  'marketSounding',
  'aiTrial',
  'learningReview',
  'decisionRecord',
] as const;

type TemplateId = (typeof TEMPLATE_IDS)[number];

/** A measure to start from. What it is now and should become only the writer knows. */
interface TemplateMetric {
  readonly name: WordKey;
  /** `null` where it depends on what is measured. */
  readonly unit: WordKey | null;
  readonly role: Metric['role'];
  readonly direction: Metric['direction'];
}

/** Its other words are `template.ID.name`, `.when`, `.method`, `.cannot` and `.text` (Markdown). */
export interface Template {
  readonly id: TemplateId;
  readonly kind: Kind;
  /** One main measure, then others, then what must not get worse. */
  readonly metrics: readonly TemplateMetric[];
  readonly stopRules: readonly WordKey[];
  /** Those that matter most in this kind of test, the first most; all the others are asked as well. */
  readonly guardrails: readonly Guardrail[];
  /** Pages that help, the first most. The pack may not be installed. */
  readonly guidance: readonly { readonly pack: string; readonly page: string }[];
}

const main = (name: WordKey, unit: WordKey | null, direction: Metric['direction'] = 'up'): TemplateMetric => ({
  name,
  unit,
  role: 'primary',
  direction,
});
const other = (name: WordKey, unit: WordKey, direction: Metric['direction']): TemplateMetric => ({
  name,
  unit,
  role: 'secondary',
  direction,
});
const harm = (name: WordKey, unit: WordKey): TemplateMetric => ({ name, unit, role: 'guardrail', direction: 'down' });

const SAFELY = 'experiment-safely';
const EARLY = 'engage-early';
const pages = (pack: string, ...ids: readonly string[]) => ids.map((page) => ({ pack, page }));

/** Ends every test that costs money and time. */
const COST_AND_TIME = ['template.stop.cost', 'template.stop.time'] as const;

export const TEMPLATES: readonly Template[] = [
  {
    id: 'interviewRound',
    kind: 'interview',
    metrics: [
      main('template.interviewRound.metric.unled', 'template.unit.people'),
      other('template.interviewRound.metric.newThemes', 'template.unit.themes', 'down'),
      harm('template.interviewRound.metric.withdrew', 'template.unit.people'),
    ],
    stopRules: ['template.interviewRound.stop.distress', 'template.interviewRound.stop.nothingNew', ...COST_AND_TIME],
    guardrails: ['consent', 'noPersonalData', 'dpiaScreened', 'accessible', 'equality'],
    guidance: pages(SAFELY, 'how-many-people', 'choose-a-test'),
  },
  {
    id: 'survey',
    kind: 'survey',
    metrics: [
      main('template.survey.metric.haveProblem', 'template.unit.percent'),
      other('template.survey.metric.answered', 'template.unit.percent', 'up'),
      harm('template.survey.metric.gaveUp', 'template.unit.percent'),
    ],
    stopRules: ['template.survey.stop.upset', 'template.survey.stop.broken', ...COST_AND_TIME],
    guardrails: ['noPersonalData', 'consent', 'dpiaScreened', 'accessible', 'equality'],
    guidance: pages(SAFELY, 'how-many-people', 'read-results-honestly'),
  },
  {
    id: 'fakeDoor',
    kind: 'fakeDoor',
    metrics: [
      main('template.fakeDoor.metric.pressed', 'template.unit.percent'),
      other('template.fakeDoor.metric.foundHelp', 'template.unit.percent', 'up'),
      harm('template.fakeDoor.metric.misled', 'template.unit.people'),
    ],
    stopRules: ['template.fakeDoor.stop.need', 'template.fakeDoor.stop.tricked', ...COST_AND_TIME],
    guardrails: ['noLiveSystem', 'consent', 'undoPlan', 'equality', 'accessible'],
    guidance: pages(SAFELY, 'choose-a-test', 'how-many-people'),
  },
  {
    id: 'prototype',
    kind: 'prototype',
    metrics: [
      main('template.prototype.metric.finished', 'template.unit.people'),
      other('template.prototype.metric.stuck', 'template.unit.places', 'down'),
      other('template.prototype.metric.time', 'template.unit.minutes', 'down'),
      harm('template.prototype.metric.shutOut', 'template.unit.people'),
    ],
    stopRules: ['template.prototype.stop.real', 'template.prototype.stop.distress', ...COST_AND_TIME],
    guardrails: ['accessible', 'consent', 'madeUpData', 'noLiveSystem', 'noPersonalData'],
    guidance: pages(SAFELY, 'choose-a-test', 'synthetic-data', 'how-many-people'),
  },
  {
    id: 'technicalSpike',
    kind: 'technicalSpike',
    metrics: [
      main('template.technicalSpike.metric.right', 'template.unit.percent'),
      other('template.technicalSpike.metric.speed', 'template.unit.seconds', 'down'),
      other('template.technicalSpike.metric.toBuild', 'template.unit.days', 'down'),
      harm('template.technicalSpike.metric.liveAccess', 'template.unit.times'),
    ],
    stopRules: ['template.technicalSpike.stop.live', 'template.stop.data', ...COST_AND_TIME],
    guardrails: ['noLiveSystem', 'madeUpData', 'notAboveOfficial', 'undoPlan', 'costWithinLimit'],
    guidance: pages(SAFELY, 'risk-free-enough', 'synthetic-data'),
  },
  {
    id: 'shadowRun',
    kind: 'shadowRun',
    metrics: [
      main('template.shadowRun.metric.right', 'template.unit.percent'),
      other('template.shadowRun.metric.differ', 'template.unit.percent', 'down'),
      other('template.shadowRun.metric.time', 'template.unit.minutes', 'down'),
      harm('template.shadowRun.metric.harmful', 'template.unit.cases'),
    ],
    stopRules: ['template.shadowRun.stop.leaked', 'template.stop.data', ...COST_AND_TIME],
    guardrails: ['noPersonalData', 'noLiveSystem', 'dpiaScreened', 'equality', 'aiChecked'],
    guidance: pages(SAFELY, 'choose-a-test', 'synthetic-data'),
  },
  {
    id: 'abTest',
    kind: 'abTest',
    metrics: [
      main('template.abTest.metric.finished', 'template.unit.percent'),
      other('template.abTest.metric.time', 'template.unit.minutes', 'down'),
      harm('template.abTest.metric.help', 'template.unit.percent'),
      harm('template.abTest.metric.complaints', 'template.unit.complaints'),
    ],
    stopRules: [
      'template.abTest.stop.worse',
      'template.abTest.stop.group',
      'template.abTest.stop.split',
      ...COST_AND_TIME,
    ],
    guardrails: ['noLiveSystem', 'equality', 'undoPlan', 'dpiaScreened', 'consent', 'stopRulesCover'],
    guidance: pages(SAFELY, 'how-many-people', 'choose-a-test', 'read-results-honestly'),
  },
  {
    id: 'pilot',
    kind: 'pilot',
    metrics: [
      main('template.pilot.metric.onTime', 'template.unit.percent'),
      other('template.pilot.metric.cost', 'template.unit.pounds', 'down'),
      other('template.pilot.metric.staffTime', 'template.unit.hours', 'down'),
      harm('template.pilot.metric.lostOut', 'template.unit.people'),
    ],
    stopRules: ['template.pilot.stop.harm', 'template.pilot.stop.noUndo', ...COST_AND_TIME],
    guardrails: ['undoPlan', 'stopRulesCover', 'consent', 'equality', 'dpiaScreened', 'costWithinLimit'],
    guidance: pages(SAFELY, 'test-and-learn', 'choose-a-test', 'decide-and-pass-it-on'),
  },
  {
    id: 'simulation',
    kind: 'simulation',
    metrics: [
      main('template.simulation.metric.asMeant', 'template.unit.percent'),
      other('template.simulation.metric.agree', 'template.unit.percent', 'up'),
      other('template.simulation.metric.tipping', 'template.unit.guesses', 'down'),
      harm('template.simulation.metric.worseOff', 'template.unit.groups'),
    ],
    stopRules: ['template.simulation.stop.unclear', 'template.stop.data', ...COST_AND_TIME],
    guardrails: ['madeUpData', 'equality', 'noPersonalData', 'readByOutsider'],
    guidance: pages(SAFELY, 'synthetic-data', 'test-and-learn'),
  },
  {
    id: 'marketSounding',
    kind: 'interview',
    metrics: [
      main('template.marketSounding.metric.answered', 'template.unit.percent'),
      other('template.marketSounding.metric.small', 'template.unit.percent', 'up'),
      other('template.marketSounding.metric.changed', 'template.unit.points', 'up'),
      harm('template.marketSounding.metric.headStart', 'template.unit.suppliers'),
    ],
    stopRules: [
      'template.marketSounding.stop.unfair',
      'template.marketSounding.stop.headStart',
      'template.marketSounding.stop.conflict',
      ...COST_AND_TIME,
    ],
    guardrails: ['suppliersAlike', 'noPersonalData', 'accessible', 'notAboveOfficial', 'readByOutsider'],
    guidance: pages(
      EARLY,
      'what-the-law-lets-you-talk-about',
      'concept-viability-session',
      'keep-it-fair',
      'publish-a-uk2-notice',
      'you-said-we-did',
    ),
  },
  {
    id: 'aiTrial',
    kind: 'shadowRun',
    metrics: [
      main('template.aiTrial.metric.right', 'template.unit.percent'),
      other('template.aiTrial.metric.time', 'template.unit.minutes', 'down'),
      other('template.aiTrial.metric.unsteady', 'template.unit.percent', 'down'),
      harm('template.aiTrial.metric.missed', 'template.unit.answers'),
    ],
    stopRules: [
      'template.aiTrial.stop.pasted',
      'template.aiTrial.stop.unchecked',
      'template.aiTrial.stop.changed',
      ...COST_AND_TIME,
    ],
    guardrails: ['aiChecked', 'noPersonalData', 'madeUpData', 'notAboveOfficial', 'equality', 'suppliersAlike'],
    guidance: pages(SAFELY, 'risk-free-enough', 'synthetic-data', 'choose-a-test'),
  },
  {
    id: 'learningReview',
    kind: 'desk',
    metrics: [
      main('template.learningReview.metric.owned', 'template.unit.percent'),
      other('template.learningReview.metric.heard', 'template.unit.percent', 'up'),
      harm('template.learningReview.metric.blamed', 'template.unit.people'),
    ],
    stopRules: ['template.learningReview.stop.blame', 'template.learningReview.stop.inquiry', ...COST_AND_TIME],
    guardrails: ['noPersonalData', 'notAboveOfficial', 'consent', 'readByOutsider'],
    guidance: pages(SAFELY, 'decide-and-pass-it-on', 'test-and-learn'),
  },
  {
    id: 'decisionRecord',
    kind: 'desk',
    metrics: [
      main('template.decisionRecord.metric.effect', null),
      other('template.decisionRecord.metric.time', 'template.unit.days', 'down'),
      harm('template.decisionRecord.metric.worseOff', 'template.unit.groups'),
    ],
    stopRules: [
      'template.decisionRecord.stop.fact',
      'template.decisionRecord.stop.rules',
      'template.decisionRecord.stop.lookAgain',
      'template.stop.cost',
    ],
    guardrails: ['equality', 'suppliersAlike', 'noPersonalData', 'notAboveOfficial', 'readByOutsider'],
    guidance: pages(SAFELY, 'decide-and-pass-it-on'),
  },
];

/** The template that a note was begun with; `undefined` for a note without one, or from a newer Satchel. */
export const templateOf = ({ template }: Pick<Note, 'template'>): Template | undefined =>
  TEMPLATES.find(({ id }) => id === template);

export interface TemplateEffects {
  /** A new version 4 UUID. */
  readonly id: () => string;
  /** An id that no other row of the note has. */
  readonly rowId: () => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

/**
 * A new idea with the words of a template. What only the writer can know stays empty: title, problem, hypothesis,
 * baselines and targets, success rule, sample, dates, cap, roles; and no guardrail is answered.
 */
export function newFromTemplate(template: Template, say: Say, { id, rowId, now }: TemplateEffects): Note {
  return {
    ...newNote(id(), now()),
    kind: template.kind,
    template: template.id,
    metrics: template.metrics.map(({ name, unit, role, direction }) => ({
      id: rowId(),
      name: say(name),
      unit: unit === null ? '' : say(unit),
      role,
      baseline: null,
      target: null,
      direction,
      source: '',
    })),
    stopRules: template.stopRules.map((rule) => ({ id: rowId(), text: say(rule) })),
    method: say(`template.${template.id}.method`),
    text: say(`template.${template.id}.text`),
  };
}

/** The words of a template for a note that is there: they go where nothing stands, and below its text. No word is lost. */
export function templateInto(
  note: Note,
  template: Template,
  say: Say,
  effects: Pick<TemplateEffects, 'rowId'>,
): Pick<Note, 'template' | 'kind' | 'metrics' | 'stopRules' | 'method' | 'text'> {
  const fresh = newFromTemplate(template, say, { ...effects, id: () => note.id, now: () => note.created });
  return {
    template: template.id,
    kind: template.kind,
    metrics: note.metrics.length === 0 ? fresh.metrics : note.metrics,
    stopRules: note.stopRules.length === 0 ? fresh.stopRules : note.stopRules,
    method: note.method.trim() === '' ? fresh.method : note.method,
    text: note.text.trim() === '' ? fresh.text : `${note.text.trimEnd()}\n\n${fresh.text}`,
  };
}
