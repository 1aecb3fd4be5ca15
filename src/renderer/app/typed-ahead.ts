/**
 * Takes what a person types while the screen that they asked for is still drawn: a hidden field holds the focus until
 * `into` is called, and its words go where they were meant to. Without it the first letters of a title go nowhere, or
 * press keys of the screen that is left.
 */
export function catchTyping(page: Document, label: string) {
  const field = page.createElement('textarea');
  field.className = 'vh';
  field.setAttribute('aria-label', label);
  field.addEventListener('keydown', (event) => {
    // There is no next field yet: the words stay apart.
    if (!['Tab', 'Enter'].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    page.execCommand('insertText', false, ' ');
  });
  page.body.append(field);
  field.focus({ preventScroll: true });
  return {
    /** Moves the focus and what was typed. A composition ends with the focus, and its words come along. */
    into(target: HTMLElement): void {
      target.focus();
      const words = field.value;
      field.remove();
      // As if it was typed there: its history and whoever draws it hear of it.
      if (words !== '' && target.matches('input, textarea')) page.execCommand('insertText', false, words);
    },
    /** Takes what comes next as well, apart from what came before. */
    goOn(): void {
      field.focus({ preventScroll: true });
      if (/\S$/.test(field.value)) page.execCommand('insertText', false, ' ');
    },
    /** Whoever goes elsewhere meant it for nothing. */
    end: () => field.remove(),
  };
}
