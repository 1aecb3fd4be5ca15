import { isRefused, type Refusal } from '#domain/calculators/refusal.ts';

/** What a calculator worked out. @throws Error when it refused, so that a test stops there */
export function worked<T extends object>(outcome: T): Exclude<T, Refusal> {
  if (isRefused(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<T, Refusal>;
}
