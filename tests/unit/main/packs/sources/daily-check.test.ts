import { expect, test } from 'vitest';
import { NOTHING_KNOWN, type PackSource } from '#domain/pack/source.ts';
import { checkDaily, nextAsk } from '#main/packs/sources/daily-check.ts';

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(hours * HOUR).toISOString();

test('a source is asked a day after it was asked last, at a chance within an hour', () => {
  const known = { ...NOTHING_KNOWN, asked: at(0) };
  expect(nextAsk(known, 0, HOUR, 0)).toBe(24 * HOUR);
  expect(nextAsk(known, 0, HOUR, 0.5)).toBe(24.5 * HOUR);
  expect(nextAsk(known, 100 * HOUR, 100 * HOUR, 0.5)).toBe(100.5 * HOUR);
  expect(nextAsk(NOTHING_KNOWN, 7 * HOUR, 7 * HOUR, 0)).toBe(7 * HOUR);
});

test('after failures it waits twice as long each time, and never more than a day', () => {
  const waits = [1, 2, 3, 8, 50].map(
    (failures) => nextAsk({ ...NOTHING_KNOWN, asked: at(0), failures }, 0, 0, 0) / HOUR,
  );
  expect(waits).toEqual([0.25, 0.5, 1, 24, 24]);
});

test('B12 a clock that was ahead and was set back puts no question off', () => {
  expect(nextAsk({ ...NOTHING_KNOWN, asked: at(1_000) }, 0, 10 * HOUR, 0.5)).toBe(0);
  expect(nextAsk({ ...NOTHING_KNOWN, asked: at(1_000), failures: 5 }, 0, 10 * HOUR, 0.5)).toBe(0);
});

test('B12 it is asked every day again once the clock is right', () => {
  let look = (): void => undefined;
  let now = 200_000 * HOUR;
  let known = { ...NOTHING_KNOWN, asked: at(200_000) };
  const asked: number[] = [];
  const check = (): void => {
    asked.push(now);
    known = { ...known, asked: new Date(now).toISOString() };
  };
  const every = (_ms: number, run: () => void) => {
    look = run;
    return () => undefined;
  };
  checkDaily(() => [{ id: 'a', known } as PackSource], check, { now: () => now, random: () => 0.5, every });
  for (now = 1_000 * HOUR; now < (1_000 + 10 * 24) * HOUR; now += HOUR / 12) look();
  expect(asked).toHaveLength(10);
});

test('what is due is asked, once a look, until it is ended', () => {
  let look = (): void => undefined;
  let now = 0;
  let isOver = false;
  const asked: string[] = [];
  const source = (id: string, hours: number) => ({ id, known: { ...NOTHING_KNOWN, asked: at(hours) } }) as PackSource;
  const stop = checkDaily(
    () => [source('old', -30), source('new', -1)],
    (id) => asked.push(id),
    {
      now: () => now,
      random: () => 0.25,
      every: (_ms, run) => {
        look = run;
        return () => {
          isOver = true;
        };
      },
    },
  );
  look();
  expect(asked).toEqual([]);
  now = HOUR / 4;
  look();
  expect(asked).toEqual(['old']);
  stop();
  expect(isOver).toBe(true);
});
