import type { Note, NoteField } from './note.ts';

/** Such a note is read and handed on, and changed only where all of it can be read. */
export const isForReading = ({ unread }: Pick<Note, 'unread'>): boolean => unread !== undefined && unread.length > 0;

/** The fields in which something cannot be read here, each once. */
export const unreadFields = ({ unread = [] }: Pick<Note, 'unread'>): readonly NoteField[] => [
  ...new Set(unread.map(({ path }) => path[0] as NoteField)),
];

/** The words of a choice that this Satchel does not know, where it is a word. */
export function unreadWord({ unread = [] }: Pick<Note, 'unread'>, field: string): string | null {
  const said = unread.find(({ path }) => path.join('.') === field)?.said;
  return typeof said === 'string' ? said : null;
}
