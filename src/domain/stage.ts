/** The six stages of a piece of policy work, in order. Pages are tagged with them and lists filtered by them. */
export const STAGES = ['explore', 'shape', 'prepare', 'buy', 'deliver', 'review'] as const;

export type Stage = (typeof STAGES)[number];

export const isStage = (value: unknown): value is Stage => STAGES.some((stage) => stage === value);
