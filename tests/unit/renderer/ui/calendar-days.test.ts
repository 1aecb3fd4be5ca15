import { expect, test } from 'vitest';
import { addDays, addMonths, weeksOf } from '#ui/calendar-days.ts';

test('B33 the weeks of a month are whole, begin on Monday and hold every day of it once', () => {
  for (const day of ['2026-11-23', '2026-02-01', '2027-02-28', '2028-02-29', '2026-08-31', '2026-12-31']) {
    const weeks = weeksOf(day);
    const days = weeks.flat();
    const month = day.slice(0, 7);
    for (const week of weeks) {
      expect(week).toHaveLength(7);
      expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(week.some((one) => one.startsWith(month))).toBe(true);
    }
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
    expect(days.filter((one) => one.startsWith(month))).toHaveLength(last);
    expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? '', at)));
  }
});

test('B33 a month on or back keeps the day where there is one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
});
