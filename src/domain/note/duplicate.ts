import { fieldsWith } from './fields.ts';
import { type Note, newNote } from './record/note.ts';

/** A new idea with the plan of another note. What happened there stays there: dates, costs, results, answers. */
export function duplicateOf(
  note: Note,
  { id, now, title }: Pick<Note, 'id' | 'title'> & { readonly now: string },
): Note {
  const blank = newNote(id, now, title);
  const left = Object.fromEntries(fieldsWith('copied', false).map((field) => [field, blank[field]]));
  const { unread = [], ...rest } = note;
  const kept = unread.filter(({ path: [field] }) => !Object.hasOwn(left, field ?? ''));
  return {
    ...rest,
    ...left,
    ...(kept.length > 0 ? { unread: kept } : {}),
    links: [...note.links, { kind: 'note', id: note.id }],
  };
}
