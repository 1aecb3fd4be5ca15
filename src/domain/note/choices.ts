/** The walk of an experiment, in order. `stopped` lies beside the way from running to analysed. */
export const STATUSES = [
  'idea',
  'planned',
  'ready',
  'running',
  'stopped',
  'analysed',
  'decided',
  'shared',
  'archived',
] as const;

export const KINDS = [
  'desk',
  'interview',
  'survey',
  'fakeDoor',
  'prototype',
  'shadowRun',
  'technicalSpike',
  'abTest',
  'pilot',
  'simulation',
] as const;

export const DECISIONS = ['persevere', 'adapt', 'stop', 'testMore'] as const;
export const ENDINGS = ['abandoned', 'superseded'] as const;
export const ROLES = ['primary', 'secondary', 'guardrail'] as const;
export const DIRECTIONS = ['up', 'down'] as const;
export const PERSONAL = ['none', 'pseudonymised', 'personal'] as const;
export const ENVIRONMENTS = ['sandbox', 'test', 'liveReadOnly', 'live'] as const;
export const ANSWERS = ['yes', 'no', 'notApplicable'] as const;
export const LEVELS = ['low', 'medium', 'high'] as const;
export const LINKS = ['note', 'report', 'kpi'] as const;
export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;

/** Most characters of the Markdown text; a book has about 500,000. */
export const LONGEST_TEXT = 400_000;
/** Most characters of a title. */
export const LONGEST_TITLE = 300;

/** Pence: as much as a cost cap may be. */
export const MOST_PENCE = 1e14;

export type Status = (typeof STATUSES)[number];
export type Kind = (typeof KINDS)[number];
