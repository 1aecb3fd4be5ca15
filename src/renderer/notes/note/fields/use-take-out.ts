import { rowBack } from '#domain/row-back.ts';
import { tellRemoved } from '#instruments/removal/last-removed.ts';
import { useSay } from '#kit/words.ts';
import { useEdit, useOpenNote } from '#store/notes/note-context.ts';

/** The lists of a note whose rows can be taken out. */
type RowList = 'stopRules' | 'metrics' | 'results' | 'costs' | 'comments';

interface TakenOut {
  readonly id: string;
  /** What the row is called. */
  readonly name: string;
  /** Where its line stands. */
  readonly list: string;
  /** The id of what takes focus once it is back. */
  readonly back: string;
}

/** Takes a row out of the open note and tells it, with the way back: the same row in the same place. */
export function useTakeOut(rows: RowList): (taken: TakenOut) => void {
  const say = useSay();
  const edit = useEdit();
  const saver = useOpenNote();
  return ({ id, name, list, back }) => {
    const before: readonly { readonly id: string }[] = saver.row().note[rows];
    const row = before.find((one) => one.id === id);
    if (!row) return;
    edit((note) => ({ [rows]: note[rows].filter((one) => one.id !== id) }));
    tellRemoved({
      list,
      words: say('removed.row', { name }),
      undo: () => edit((note) => ({ [rows]: rowBack(note[rows], row, before) })),
      back,
    });
  };
}
