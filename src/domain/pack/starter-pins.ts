import type { OfferedOrigin } from './pack-origin.ts';

/** The id of a pack that came with the app, and the SHA-256 of its manifest, which lists the hash of every file in it. */
export interface StarterPin {
  readonly id: string;
  readonly manifest: string;
}

/** Put in place of this name when the app is built (`electron.vite.config.ts`): a folder beside it decides nothing. */
declare const STARTER_PINS: readonly StarterPin[] | undefined;

/** The packs that this app was built with. */
export const starterPins = (): readonly StarterPin[] => (typeof STARTER_PINS === 'undefined' ? [] : STARTER_PINS);

/** What is known of where a pack in a file comes from; `hash` is that of its manifest. */
export function originOfFile(id: string, hash: string, pins: readonly StarterPin[]): Extract<OfferedOrigin, string> {
  if (pins.some((pin) => pin.id === id && pin.manifest === hash)) return 'app';
  return pins.some((pin) => pin.id === id) ? 'posing' : 'file';
}
