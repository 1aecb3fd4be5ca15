import type { WordKey } from '../words/words.ts';
import type { RegisterState } from './register.ts';

/** Where a note stands, in words. */
export const stateWords = (state: RegisterState): WordKey =>
  state === 'abandoned' || state === 'superseded' ? `ending.${state}` : `status.${state}`;
