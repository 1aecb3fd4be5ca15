/** What keeps a test free of risk, in the order in which people are asked. */
export const GUARDRAILS = [
  'noLiveSystem',
  'noPersonalData',
  'madeUpData',
  'dpiaScreened',
  'notAboveOfficial',
  'consent',
  'accessible',
  'costWithinLimit',
  'stopRulesCover',
  'undoPlan',
  'suppliersAlike',
  'equality',
  'aiChecked',
  'readByOutsider',
] as const;

export type Guardrail = (typeof GUARDRAILS)[number];

/** Met, not met, not asked of this test, or not yet answered. */
export type GuardrailState = 'met' | 'red' | 'notApplicable' | 'open';

interface Answers {
  readonly guardrails: Readonly<
    Partial<Record<Guardrail, { readonly answer: 'yes' | 'no' | 'notApplicable'; readonly note: string }>>
  >;
  readonly dataUse: { readonly dpiaRef: string };
}

/**
 * "No" is red, with one way out: personal data may be used where a data protection impact assessment is named.
 * "Not applicable" is an answer as soon as it is chosen; a word why can be added.
 */
export function guardrailState({ guardrails, dataUse }: Answers, guardrail: Guardrail): GuardrailState {
  const given = guardrails[guardrail];
  if (!given) return 'open';
  switch (given.answer) {
    case 'yes':
      return 'met';
    case 'notApplicable':
      return 'notApplicable';
    case 'no':
      return guardrail === 'noPersonalData' && dataUse.dpiaRef.trim() !== '' ? 'met' : 'red';
  }
}
