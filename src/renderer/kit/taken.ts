import type { HeldBy } from '#domain/held-by.ts';
import { bridge } from './bridge.ts';
import { sharedValue } from './shared-value.ts';

const taken = sharedValue<HeldBy | null>(null);

/** Another machine took the folder over while this window stood; `null`: it is this one's again. */
export const tellTaken = (by: HeldBy | null): void => taken.set(by);

/** Who did; `null` while nobody has. */
export const useTaken = taken.use;

/** Takes the folder from whoever has it, once the system's own dialog has asked. */
export const takeOver = (): Promise<unknown> => bridge().call['app:take-over']();
