/** Where one layout gives way to another and a different part scrolls: widths and heights of `ui/styles/narrow.css`. */
const LAYOUTS = ['(max-width: 68.74em)', '(max-width: 53.74em)', '(max-height: 30em)'];
/** What words stand in. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, dt, dd, figure, label, summary, input, textarea';
/** Scrolling has come to rest. */
const REST = 120;

/**
 * Keeps the words at the top of main there when the layout changes (a narrower window, a larger zoom): the part that
 * scrolls is then another one, which would start at its top.
 */
export function keepAnchor(page: Document, view: Window): () => void {
  let anchor: Element | null = null;
  let timer = 0;
  const note = () => {
    anchor = topOfMain(page);
  };
  const scrolled = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(note, REST);
  };
  const changed = () => {
    const kept = anchor;
    // After the new layout stands.
    view.requestAnimationFrame(() => {
      if (kept?.isConnected) kept.scrollIntoView({ block: 'start' });
    });
  };
  const queries = LAYOUTS.map((query) => view.matchMedia(query));
  page.addEventListener('scroll', scrolled, { capture: true, passive: true });
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    view.clearTimeout(timer);
    page.removeEventListener('scroll', scrolled, true);
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/** The first element of main in sight, or `null` while main is at its top. */
function topOfMain(page: Document): Element | null {
  const main = page.getElementById('main');
  const title = main?.querySelector('[data-screen-title]');
  const bar = page.querySelector('.sat-top')?.getBoundingClientRect().bottom ?? 0;
  if (!main || !title || title.getBoundingClientRect().bottom > Math.max(0, bar)) return null;
  const box = main.getBoundingClientRect();
  const clip = main.parentElement?.getBoundingClientRect();
  // The bar may lie over main.
  const top = Math.max(0, box.top, clip?.top ?? 0, bar);
  for (const down of [24, 48, 72, 96]) {
    // Between two blocks lies what holds them all, which may begin far above.
    const found = page.elementFromPoint(box.left + 64, top + down)?.closest(BLOCKS);
    if (found && main.contains(found)) return found;
  }
  return null;
}
