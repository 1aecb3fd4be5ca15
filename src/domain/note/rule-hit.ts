import type { Note } from './record/note.ts';

/** The stop rule by which an experiment was stopped, as it was written; empty where it was another reason, or is not stopped. */
export const ruleHit = ({ stop, stopRules }: Pick<Note, 'stop' | 'stopRules'>): string =>
  stopRules.find(({ id }) => id === stop?.rule)?.text ?? '';
