import type { Note } from './record/note.ts';

/** Whether something was found that a plan could be bent to. A row of results alone says nothing yet. */
export const isFound = ({ noUsableData, exploratory, results }: Note): boolean =>
  noUsableData.trim() !== '' ||
  exploratory.trim() !== '' ||
  results.some(({ n, value, low, high }) => [n, value, low, high].some((figure) => figure !== null));

/** A note that remembers that something was found under its plan: what is taken out again was seen all the same. */
export const rememberFound = (note: Note): Note =>
  note.plan === null || note.plan.found === true || !isFound(note)
    ? note
    : { ...note, plan: { ...note.plan, found: true } };
