/** What words stand in. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, dt, dd, figure, label, summary, input, textarea';
/** Scrolling has come to rest. */
const REST = 120;

/** Words at the top of main. */
interface Anchor {
  readonly block: Element;
  /** How much of the block lies above, 0 to 1: of a long paragraph one reads its middle. */
  readonly passed: number;
}

/**
 * Keeps the words at the top of main there when the window or the zoom changes: lines break elsewhere then, and the part
 * that scrolls may be another one, which would start at its top.
 */
export function keepAnchor(page: Document, view: Window): () => void {
  let anchor: Anchor | null = null;
  let timer = 0;
  const note = () => {
    anchor = anchorIn(page);
  };
  const scrolled = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(note, REST);
  };
  const resized = () => {
    const kept = anchor;
    // After the new layout stands.
    view.requestAnimationFrame(() => {
      if (kept?.block.isConnected) putBack(kept, page);
    });
  };
  page.addEventListener('scroll', scrolled, { capture: true, passive: true });
  view.addEventListener('resize', resized);
  return () => {
    view.clearTimeout(timer);
    page.removeEventListener('scroll', scrolled, true);
    view.removeEventListener('resize', resized);
  };
}

function putBack({ block, passed }: Anchor, page: Document): void {
  block.scrollIntoView({ block: 'start' });
  const main = page.getElementById('main');
  if (!main) return;
  const { top, height } = block.getBoundingClientRect();
  const down = top + passed * height - topOf(main, page);
  for (let part = block.parentElement; part; part = part.parentElement) {
    const before = part.scrollTop;
    part.scrollTop += down;
    if (part.scrollTop !== before) return;
  }
}

/** Where main begins to be seen: the bar may lie over it. */
function topOf(main: Element, page: Document): number {
  const clip = main.parentElement?.getBoundingClientRect();
  return Math.max(0, main.getBoundingClientRect().top, clip?.top ?? 0, barOf(page));
}

const barOf = (page: Document): number => page.querySelector('.sat-top')?.getBoundingClientRect().bottom ?? 0;

/** The first words of main in sight, or `null` while main is at its top. */
function anchorIn(page: Document): Anchor | null {
  const main = page.getElementById('main');
  const title = main?.querySelector('[data-screen-title]');
  if (!main || !title || title.getBoundingClientRect().bottom > Math.max(0, barOf(page))) return null;
  const top = topOf(main, page);
  const { left } = main.getBoundingClientRect();
  for (const down of [24, 48, 72, 96]) {
    // Between two blocks lies what holds them all, which may begin far above.
    const block = page.elementFromPoint(left + 64, top + down)?.closest(BLOCKS);
    if (!block || !main.contains(block)) continue;
    const seen = block.getBoundingClientRect();
    return { block, passed: seen.height === 0 ? 0 : Math.max(0, (top - seen.top) / seen.height) };
  }
  return null;
}
