import { formatLocale } from '#domain/format-locale.ts';
import { writtenIn } from '#domain/note/own-words.ts';
import type { Note } from '#domain/note/record/note.ts';

/** From its first letter or figure on; kept, because a text is counted at every key. */
const WORD = /[\p{L}\p{N}]\S*/gu;

/** Words of a text: what stands between spaces and has a letter or figure in it. */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count += 1;
  return count;
}

/** Words of a whole note, those of its fields too. */
export const noteWords = (note: Note): number => writtenIn(note).reduce((sum, text) => sum + countWords(text), 0);

/** `14:02` of today, else with its day. Local time; what is no time is shown as it stands. */
export function savedAt(moment: string, now: Date, language: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const today = at.toDateString() === now.toDateString();
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(formatLocale(language), today ? time : { ...day, ...time }).format(at);
}
