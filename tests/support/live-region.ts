import type { Page } from 'playwright-core';

/** Something a screen reader was told: when (milliseconds of the window's clock) and what. */
interface Said {
  readonly at: number;
  readonly text: string;
  readonly region: string;
}

interface Recording {
  said: Said[];
  /** When each key was pressed. */
  keys: number[];
}

/** Starts to write down what live regions say and when keys were pressed. */
export const recordSaid = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const recording: Recording = { said: [], keys: [] };
    Object.assign(globalThis, { recording });
    addEventListener('keydown', () => void recording.keys.push(performance.now()), true);
    const regions = '[aria-live], [role="status"], [role="alert"], [role="log"], output';
    new MutationObserver((changes) => {
      const told = new Set<Element>();
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        if (region) told.add(region);
      }
      for (const region of told) {
        const text = region.textContent?.trim() ?? '';
        if (text !== '') recording.said.push({ at: performance.now(), text, region: region.id });
      }
    }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  });

/** What was said since `recordSaid`, and when keys were pressed. */
export const whatWasSaid = (window: Page): Promise<Recording> =>
  window.evaluate(() => (globalThis as unknown as { recording: Recording }).recording);
