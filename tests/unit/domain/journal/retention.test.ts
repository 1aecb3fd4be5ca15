import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aged, keptSnapshots } from '#domain/journal/retention.ts';

const DAY = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** One a day up to and with `last`, kept after each as the app does. */
function everyDay(first: string, last: string): readonly Aged[] {
  let kept: readonly Aged[] = [];
  let sequence = 0;
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) {
    const all = [...kept, { day: dayOf(at), sequence: ++sequence }];
    const stay = keptSnapshots(all);
    kept = all.filter((one) => stay.has(one));
  }
  return kept;
}

describe('D9 which snapshots stay', () => {
  test('after two years of days: 7 days, 5 weeks, 12 months', () => {
    const days = everyDay('2024-01-01', '2026-11-23').map(({ day }) => day);
    expect(days.slice(-7)).toEqual(['17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-11-${day}`));
    // Sundays are the last of their weeks.
    expect(days).toEqual(expect.arrayContaining(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']));
    const months = ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];
    expect(days).toEqual(expect.arrayContaining(months));
    expect(days.length).toBeLessThanOrEqual(7 + 5 + 12);
    expect(days[0]).toBe('2025-12-31');
  });

  test('D9 leap days and the turn of a year are days like others', () => {
    expect(everyDay('2024-02-20', '2024-03-02').map(({ day }) => day)).toContain('2024-02-29');
    const turn = everyDay('2025-12-01', '2026-01-04').map(({ day }) => day);
    expect(turn.slice(-7)).toEqual([
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
  });

  test('D9 the night with 25 hours and a change of zone only repeat a day', () => {
    const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-25', '2026-10-24', '2026-10-25', '2026-10-26'];
    const all = days.map((day, at) => ({ day, sequence: at + 1 }));
    // The newest of each day, by number.
    expect([...keptSnapshots(all)].map(({ sequence }) => sequence).sort()).toEqual([1, 5, 6, 7]);
  });

  test('D9 a clock that stood in 1970 or 2099 costs nothing', () => {
    const good = everyDay('2026-01-01', '2026-11-20');
    const wild = [
      ...good,
      { day: '2099-01-01', sequence: 1001 },
      { day: '1970-01-01', sequence: 1002 },
      { day: '2026-11-21', sequence: 1003 },
    ];
    const kept = keptSnapshots(wild);
    expect(wild.slice(-3).every((one) => kept.has(one))).toBe(true);
    expect(good.slice(-4).every((one) => kept.has(one))).toBe(true);
    expect([...kept].filter((one) => good.includes(one)).length).toBeGreaterThan(12);
  });

  test('D9 of any days whatever: the newest two stay, each group keeps its newest, never more than 7 + 5 + 12', () => {
    const day = fc.integer({ min: -20_000, max: 60_000 }).map((n) => dayOf(n * DAY).slice(-10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 120 }), (days) => {
        const all = days.map((name, at) => ({ day: name, sequence: at + 1 }));
        const kept = keptSnapshots(all);
        expect(all.slice(-2).every((one) => kept.has(one))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(24);
        for (const one of kept) {
          const newerOfMonth = all.some((other) => other.day === one.day && other.sequence > one.sequence);
          expect(newerOfMonth && one.sequence <= all.length - 2).toBe(false);
        }
      }),
    );
  });

  test('one a minute on one day leaves the newest two', () => {
    const all = Array.from({ length: 50 }, (_, at) => ({ day: '2026-11-23', sequence: at + 1 }));
    expect([...keptSnapshots(all)].map(({ sequence }) => sequence)).toEqual([50, 49]);
  });
});
