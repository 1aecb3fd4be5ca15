/** The page's own words, the words of a note, else all of main: never the lists and tools around them. */
const OWN = ['#main .sat-prose', '#main .sharing-paper', '#main .cm-content', '#main .sat-article', '#main'];

/** Selects what a person means by all: the field at hand, else the text of the page or note. */
export function selectAll(page: Document): void {
  const field = page.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.select();
    return;
  }
  const text = OWN.map((selector) => page.querySelector<HTMLElement>(selector)).find((found) => found !== null);
  const written = field instanceof HTMLElement && field.isContentEditable ? field : text;
  if (!written) return;
  if (written.isContentEditable) {
    // The editor draws what is in sight alone; it knows what all is.
    written.focus();
    pressIn(written, 'a');
    return;
  }
  page.getSelection()?.selectAllChildren(written);
}

/** Lets an editor that hears keys do what a menu asks for. */
export function pressIn(written: Element | null, letter: 'a' | 'z' | 'y'): void {
  if (!(written instanceof HTMLElement && written.isContentEditable)) return;
  const code = `Key${letter.toUpperCase()}`;
  written.dispatchEvent(
    new KeyboardEvent('keydown', { key: letter, code, ctrlKey: true, bubbles: true, cancelable: true }),
  );
}
