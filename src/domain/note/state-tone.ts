import type { RegisterState } from './register.ts';

/** The colour of a state's tag. */
export type StateTone = 'blue' | 'green' | 'orange' | 'grey';

const TONES: Readonly<Record<RegisterState, StateTone>> = {
  idea: 'grey',
  planned: 'grey',
  ready: 'blue',
  running: 'blue',
  stopped: 'orange',
  analysed: 'blue',
  decided: 'green',
  shared: 'green',
  archived: 'grey',
  abandoned: 'grey',
  superseded: 'grey',
  unread: 'grey',
};

/** The same wherever a note's state is shown; the words beside it say it too. */
export const stateTone = (state: RegisterState): StateTone => TONES[state];
