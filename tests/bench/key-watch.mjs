/** @typedef {import('playwright-core').Page} Page */

/**
 * Notes in the page how long each key takes: from its going down to the frame after what it changed. The answer takes
 * the times, in ms, that were noted since.
 * @param {Page} page
 * @param {'letter' | 'results'} until the frame with the letter, or the one with the results of what was typed so far
 * @returns {Promise<() => Promise<number[]>>}
 */
export async function watchKeys(page, until) {
  await page.evaluate(noteKeys, until);
  return () => page.evaluate(() => Reflect.get(window, 'keyTimes').splice(0));
}

/** Runs in the page. @param {'letter' | 'results'} until */
function noteKeys(until) {
  /** @type {number[]} */
  const times = [];
  Reflect.set(window, 'keyTimes', times);
  let pressed = 0;
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    (event) => {
      const start = pressed;
      const noteFrame = () =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // After the frame is drawn: the message comes behind it.
          port1.onmessage = () => {
            times.push(performance.now() - start);
          };
          port2.postMessage(null);
        });
      if (until === 'letter') {
        noteFrame();
        return;
      }
      const wanted = event.target instanceof HTMLInputElement ? event.target.value : '';
      const watcher = new MutationObserver(() => {
        const answered = document.querySelector('[data-answers]')?.getAttribute('data-answers');
        if (answered !== wanted) return;
        watcher.disconnect();
        noteFrame();
      });
      watcher.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['data-answers'],
      });
    },
    true,
  );
}
