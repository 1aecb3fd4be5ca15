import type { Page } from 'playwright-core';

/** Waits until nothing in the window has changed for a moment. */
export const settled = (window: Page): Promise<void> =>
  window.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, 150);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 150);
        });
        watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        function done() {
          watch.disconnect();
          resolve();
        }
      }),
  );
