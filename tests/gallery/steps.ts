import type { Step } from '#support/state-table.ts';
import type { FakeMain } from './fake-bridge.ts';

const PATIENCE_MS = 20_000;

const isSeen = (node: Element): boolean => node.checkVisibility({ visibilityProperty: true });
const find = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(isSeen);

/** Waits until something is there. @throws after a while */
export async function there(selector: string, nth = 0): Promise<HTMLElement> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const node = document.querySelectorAll<HTMLElement>(selector)[nth];
    if (node) return node;
    await pause(40);
  }
  throw new Error(`Nothing fits ${selector}`);
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Until nothing has changed for a moment. */
export const still = (): Promise<void> =>
  new Promise((resolve) => {
    let timer = setTimeout(done, 150);
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, 150);
    });
    watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    function done(): void {
      watch.disconnect();
      resolve();
    }
  });

/** What a person does, done by the page itself. */
export async function take(step: Step, main: FakeMain): Promise<void> {
  if ('unless' in step && step.unless !== undefined && find(step.unless)) return;
  if ('tell' in step) {
    main.tell('sources:changed', step.tell);
    if (step.fetching) main.tell('sources:progress', step.fetching);
  } else if ('hold' in step) main.hold(step.hold, step.after);
  else if ('see' in step) await there(step.see);
  else if ('fill' in step) write(await there(step.fill), step.words);
  else if ('type' in step) write(document.activeElement, step.type);
  else if ('focus' in step) (await there(step.focus)).focus();
  else if ('press' in step) press(step.press);
  else if (!step.maybe || find(step.click)) click(await there(step.click, step.nth));
  await still();
}

function click(node: HTMLElement): void {
  node.focus();
  node.click();
}

/** As keys would: React hears of a value only when it is set by the element's own setter. */
function write(node: Element | null, words: string): void {
  if (!(node instanceof HTMLInputElement)) throw new Error(`No field for “${words}”`);
  node.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(node, words);
  node.dispatchEvent(new InputEvent('input', { bubbles: true, data: words }));
}

/** The page hears the keys; what a browser itself does for Enter is done here. */
function press(keys: string): void {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const node = document.activeElement ?? document.body;
  const shift = parts.includes('Shift');
  const letter = key.length === 1;
  const event = new KeyboardEvent('keydown', {
    key: letter && shift ? key.toUpperCase() : key,
    code: letter && /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Control'),
    shiftKey: shift,
    bubbles: true,
    cancelable: true,
  });
  if (!node.dispatchEvent(event) || key !== 'Enter') return;
  if (node instanceof HTMLInputElement) node.form?.requestSubmit();
  else if (node instanceof HTMLElement) node.click();
}
