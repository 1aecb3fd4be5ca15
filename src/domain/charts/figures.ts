import { exactMoneyWords, figureWords, moneyWords } from '../calculators/amounts.ts';
import { z } from '../schema.ts';
import type { Say } from '../words/words.ts';

export const figure = z.number().min(-1e15).max(1e15);
export const label = z.string().max(2_000);
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** One that is in the calendar: there is no other to draw. */
export const day = z.string().refine(isDay);

/** As many places as say something: six figures. */
const tidy = (value: number): number => Number(value.toPrecision(6)) + 0;

/** `52%`, `£1,200`, `12 minutes`: a figure in the unit that a person wrote. */
export function figureIn(say: Say, value: number, unit: string): string {
  if (unit === '£') return exactMoneyWords(say, value);
  return inUnit(say, figureWords(say, tidy(value)), unit, false);
}

/** `+8 percentage points`, `−£20`: how far one figure lies from another. */
export function gapIn(say: Say, value: number, unit: string): string {
  if (unit === '£')
    return say('chart.gap.money', { sign: value > 0 ? 'plus' : 'none', money: exactMoneyWords(say, value) });
  return inUnit(say, figureWords(say, tidy(value), true), unit, true);
}

/** `8 percentage points`, `£20`: how far apart two figures are, whichever is higher. */
export function distanceIn(say: Say, value: number, unit: string): string {
  const size = Math.abs(value);
  return unit === '£' ? exactMoneyWords(say, size) : inUnit(say, figureWords(say, tidy(size)), unit, true);
}

/** The same for a scale, where only short units have room. */
export function tickIn(say: Say, value: number, unit: string, isGap = false): string {
  if (unit === '£') return isGap ? gapIn(say, value, unit) : moneyWords(say, value);
  const amount = figureWords(say, tidy(value), isGap);
  return unit === '%' && !isGap ? say('chart.figure.percent', { amount }) : amount;
}

function inUnit(say: Say, amount: string, unit: string, isGap: boolean): string {
  if (unit.trim() === '') return amount;
  if (unit === '%') return say(isGap ? 'chart.gap.points' : 'chart.figure.percent', { amount });
  return say('chart.figure.unit', { amount, unit });
}

/** "Minutes to answer, in minutes". */
export function unitWords(say: Say, of: string, unit: string): string {
  return say('chart.unit', { of, unit, known: unit.trim() === '' ? 'no' : 'yes' });
}

/** The day as a moment at noon of the laptop's zone, so that it is the same day in words. */
export const noonOf = (text: string): Date => new Date(`${text}T12:00:00`);

export const dayWords = (say: Say, text: string): string => say('chart.day', { day: noonOf(text) });
