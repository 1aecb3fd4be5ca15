import { env } from 'node:process';

/** Today where the tool runs, `YYYY-MM-DD`; `SATCHEL_TODAY` sets it in tests and for repeatable builds. */
export function todayFrom(set: string | undefined = env.SATCHEL_TODAY, now: () => Date = () => new Date()): string {
  if (set !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(set)) return set;
  const date = now();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
