/** What notes are called on every screen. */
export const notes = {
  'notes.title': 'Notes',
  'notes.untitled': 'Note without a title',
  'notes.text': 'Observations',
  'notes.text.plain': 'Text',
  'form.note': 'Note',
  'form.note.many': 'Notes',
  'form.experiment': 'Experiment',
  'form.experiment.many': 'Experiments',
} as const;
