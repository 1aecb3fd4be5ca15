/** Days are text, `YYYY-MM-DD`: they have no time zone. */
const write = (date: Date): string => date.toISOString().slice(0, 10);
const read = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function addDays(day: string, count: number): string {
  const date = read(day);
  date.setUTCDate(date.getUTCDate() + count);
  return write(date);
}

/** The same day of another month; its last where it is shorter. */
export function addMonths(day: string, count: number): string {
  const date = read(day);
  const to = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
  to.setUTCDate(Math.min(date.getUTCDate(), to.getUTCDate()));
  return write(to);
}

/** The weeks of a day's month, each from Monday, whole: the first and the last may reach into other months. */
export function weeksOf(day: string): readonly (readonly string[])[] {
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, -((read(first).getUTCDay() + 6) % 7));
  const month = day.slice(0, 7);
  const weeks: string[][] = [];
  for (let monday = start; weeks.length === 0 || monday.slice(0, 7) === month; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)));
  return weeks;
}
