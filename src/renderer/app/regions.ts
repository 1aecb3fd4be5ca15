/** Moves focus to the next (1) or previous (-1) part of the window that is in sight: bar, places, main, side, status. */
export function moveRegion(page: Document, step: 1 | -1): void {
  const regions = [...page.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (one) => one.getClientRects().length > 0,
  );
  const at = regions.findIndex((one) => one.contains(page.activeElement));
  const next = regions[at < 0 ? (step === 1 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length];
  if (!next) return;
  const first =
    next.querySelector<HTMLElement>('[data-region-first], [aria-current="page"], [data-screen-title]') ?? next;
  first.focus();
}
