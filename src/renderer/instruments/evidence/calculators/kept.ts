import { type CalculatorId, formOf } from '#domain/calculators/entries.ts';
import { newTyped, type Typed } from '#domain/calculators/typed.ts';

/**
 * What was typed, for as long as the window lives: closing the dialog by mistake loses nothing. It is no part of a
 * note until it is inserted.
 */
const kept = new Map<CalculatorId, Typed>();
let last: CalculatorId = 'shares';

export const typedIn = (id: CalculatorId): Typed => kept.get(id) ?? newTyped(formOf(id));

export function keepTyped(id: CalculatorId, typed: Typed): void {
  kept.set(id, typed);
}

/** The calculator that was open last. */
export const lastUsed = (): CalculatorId => last;

export function keepLast(id: CalculatorId): void {
  last = id;
}
