import { localDay } from '#domain/moment.ts';

/** The day of a moment where the tool is run, as the app says it. */
export const dayHere = (moment: string | Date): string => {
  const text = typeof moment === 'string' ? moment : moment.toISOString();
  return localDay(text) ?? text;
};
