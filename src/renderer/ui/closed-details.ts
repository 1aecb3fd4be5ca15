/** Opens every closed part around a place, so that what stands there can be seen. */
export function openAround(place: Node | null | undefined): void {
  const start = place instanceof Element ? place : place?.parentElement;
  for (let part = start?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true;
}

/**
 * Paper has no summary to press: what is closed is open for as long as the window is printed, and closed again after.
 * @returns ends the watch
 */
export function openForPaper(view: Window): () => void {
  let opened: readonly HTMLDetailsElement[] = [];
  const before = (): void => {
    opened = [...view.document.querySelectorAll<HTMLDetailsElement>('#main details:not([open])')];
    for (const part of opened) part.open = true;
  };
  const after = (): void => {
    for (const part of opened) part.open = false;
    opened = [];
  };
  view.addEventListener('beforeprint', before);
  view.addEventListener('afterprint', after);
  return () => {
    view.removeEventListener('beforeprint', before);
    view.removeEventListener('afterprint', after);
  };
}
