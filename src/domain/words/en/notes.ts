/** The screens of experiment notes. */
export const notes = {
  'notes.title': 'Experiments',
  'notes.untitled': 'Experiment without a name',
  'notes.text': 'Observations',
} as const;
