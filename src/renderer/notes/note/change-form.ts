import { asExperiment, asNote } from '#domain/note/form.ts';
import { undoForm } from '#domain/note/plain-note.ts';
import type { NotePatch } from '#domain/note/rebase.ts';
import type { Note } from '#domain/note/record/note.ts';
import { madeExperiment } from '#store/notes/made-experiment.ts';
import type { NoteSaver } from '#store/notes/note-saver.ts';

/** Makes an experiment of the open note, with these words too; every word that stands in it stays. */
export function makeExperiment(saver: NoteSaver, made: NotePatch = asExperiment()): void {
  const before = saver.row().note;
  saver.change(made);
  madeExperiment.set({ before, made });
  void saver.flush();
}

/** Makes a plain note of the open experiment. What was not touched since it became one is as it was. */
export function makeNote(saver: NoteSaver): void {
  const { note } = saver.row();
  const last = madeExperiment.get();
  const back = last?.before.id === note.id ? undoForm(note, last.before, last.made) : asNote();
  saver.change({ ...back, ...asNote() });
  madeExperiment.set(null);
  void saver.flush();
}

/** While nothing but words was put into it. */
export const mayBeNote = ({ status, ending }: Pick<Note, 'status' | 'ending'>): boolean =>
  status === 'idea' && ending === null;
