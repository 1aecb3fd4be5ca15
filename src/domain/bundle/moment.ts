const WRITTEN = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?\d*)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/i;

/**
 * A moment as others write it (with a space, without a zone, only the day) as ISO 8601 in UTC; `null` where it is none.
 * Without a zone it is taken for UTC: the same file gives the same moment on every laptop.
 */
export function isoMoment(text: string): string | null {
  const [, day, minutes = '00:00', seconds = ':00', part = '', zone = 'Z'] = WRITTEN.exec(text.slice(0, 100)) ?? [];
  if (day === undefined) return null;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const date = new Date(`${day}T${minutes}${seconds}${part}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The moment that other programs can read, or nothing. */
export const momentField = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } => {
  const moment = isoMoment(text);
  return moment === null ? {} : ({ [key]: moment } as { readonly [K in Key]?: string });
};
