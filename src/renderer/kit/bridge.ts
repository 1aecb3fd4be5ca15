import type { Bridge } from '#bridge/calls.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly satchel: Bridge;
  }
}

/** The one way to main. Asked for each time, so that a test can put a fake on the window. */
export const bridge = (): Bridge => window.satchel;
