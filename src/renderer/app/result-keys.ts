/** How long Enter waits for the results of the words just typed. */
const PATIENCE = 1_500;

const links = (page: Document): HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('#main #results [data-result]'),
];

/** Puts focus on the first result; false when there is none. */
export function focusFirstResult(page: Document): boolean {
  const [first] = links(page);
  first?.focus();
  return first !== undefined;
}

/** Opens the first result (`isBeside`: beside the note at hand), once the results belong to `query` (`#results` says so in `data-query`, where it does). */
export function openFirstResult(page: Document, query: string, isBeside = false): void {
  const open = () => {
    const shown = page.querySelector<HTMLElement>('#main #results')?.dataset.query;
    const [first] = links(page);
    if (!first || (shown !== undefined && shown !== query)) return false;
    first.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: isBeside }));
    return true;
  };
  if (open()) return;
  const watch = new MutationObserver(() => {
    if (open()) stop();
  });
  const stop = () => {
    watch.disconnect();
    page.removeEventListener('keydown', stop, true);
  };
  watch.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-query'] });
  // A person who types on has changed their mind.
  setTimeout(() => page.addEventListener('keydown', stop, true), 0);
  setTimeout(stop, PATIENCE);
}

/**
 * Keys in the list of results: arrows move between links, up from the first and letters go to the box, Escape too.
 * True when the key is dealt with.
 */
export function resultKey(page: Document, event: KeyboardEvent, box: HTMLInputElement): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const all = links(page);
  const at = all.findIndex((one) => one === page.activeElement);
  if (at < 0) return false;
  switch (event.key) {
    case 'ArrowDown':
      all[at + 1]?.focus();
      return true;
    case 'ArrowUp':
      (all[at - 1] ?? box).focus();
      return true;
    case 'Home':
      all[0]?.focus();
      return true;
    case 'End':
      all.at(-1)?.focus();
      return true;
    case 'Escape':
      box.focus();
      return true;
    default:
      if ([...event.key].length === 1 && event.key !== ' ') {
        // Focus moves before the letter is put in, so the letter lands in the box.
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
      }
      return false;
  }
}
