import type { Backup } from '#bridge/notes.ts';
import { shortDay } from '#domain/day.ts';
import { clockTime } from '#domain/moment.ts';
import type { Say } from '#domain/words/words.ts';

/** What tells a backup from the others: its day, and its time where that is known, as there may be several of one day. */
export function whenMade({ day, made }: Pick<Backup, 'day' | 'made'>, say: Say, language: string): string {
  const words = shortDay(day, language);
  return made === null ? words : say('moment.day', { day: words, time: clockTime(made, language) });
}
