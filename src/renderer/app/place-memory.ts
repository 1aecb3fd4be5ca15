/** Where a person was on a screen when they left it. */
export interface PlaceMemory {
  readonly key: string;
  readonly address: string;
  /** Pixels from the top of each scroller, by its name. */
  readonly scroll: Readonly<Record<string, number>>;
  /** How to find the focused element again: by its id, or as the nth link there in a part of the window. */
  readonly focus:
    | { readonly id: string }
    | { readonly href: string; readonly region: string; readonly nth: number }
    | null;
}

const NAME = 'satchel.places';
const KEPT = 60;

/** Remembers the last places, in the window's own storage, so that reload and restart find them too. */
export function createPlaceMemory(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  let memories: readonly PlaceMemory[] = read(storage.getItem(NAME));
  return {
    keep(memory: PlaceMemory): void {
      memories = [...memories.filter((one) => one.key !== memory.key), memory].slice(-KEPT);
      try {
        storage.setItem(NAME, JSON.stringify(memories));
      } catch {
        // Storage is full: places of this session are still known, those of the next are not.
      }
    },
    byKey: (key: string): PlaceMemory | null => memories.find((one) => one.key === key) ?? null,
    /** The newest of an address: after a restart the keys are new. */
    byAddress: (address: string): PlaceMemory | null => memories.findLast((one) => one.address === address) ?? null,
  };
}

export type PlaceMemories = ReturnType<typeof createPlaceMemory>;

function read(text: string | null): readonly PlaceMemory[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isMemory) : [];
  } catch {
    return [];
  }
}

/** By hand: the schema library would be most of what the first paint loads. */
function isMemory(one: unknown): one is PlaceMemory {
  if (typeof one !== 'object' || one === null) return false;
  const { key, address, scroll, focus } = one as Record<keyof PlaceMemory, unknown>;
  return (
    typeof key === 'string' &&
    typeof address === 'string' &&
    typeof scroll === 'object' &&
    scroll !== null &&
    Object.values(scroll).every((top) => typeof top === 'number') &&
    (focus === null ||
      (typeof focus === 'object' &&
        (('id' in focus && typeof focus.id === 'string') ||
          ('href' in focus &&
            typeof focus.href === 'string' &&
            'nth' in focus &&
            typeof focus.nth === 'number' &&
            'region' in focus &&
            typeof focus.region === 'string'))))
  );
}

const PAGE = 'page';

/** Notes every scroller and the focused element. `followed`: the link that is being followed, if one is. */
export function notePlace(page: Document, followed: Element | null): Pick<PlaceMemory, 'scroll' | 'focus'> {
  const scroll: Record<string, number> = {};
  const whole = page.scrollingElement?.scrollTop ?? 0;
  if (whole > 0) scroll[PAGE] = whole;
  for (const node of page.querySelectorAll<HTMLElement>('[data-keep-scroll]')) {
    const name = node.dataset.keepScroll;
    if (name && node.scrollTop > 0) scroll[name] = node.scrollTop;
  }
  return { scroll, focus: focusOf(page, followed ?? page.activeElement) };
}

function focusOf(page: Document, node: Element | null): PlaceMemory['focus'] {
  if (!node || node === page.body) return null;
  if (node.id !== '') return { id: node.id };
  const holder = node.closest<HTMLElement>('[data-holds-focus]');
  if (holder && holder.id !== '') return { id: holder.id };
  const href = node.getAttribute('href');
  if (href === null) return null;
  const region = node.closest('[data-region]')?.localName ?? '';
  return { href, region, nth: sameLinks(page, region, href).indexOf(node) };
}

/** Counted inside their part of the window: lists in the other parts may come later. */
const sameLinks = (page: Document, region: string, href: string): Element[] => [
  ...page.querySelectorAll(`${region === '' ? '' : `${region}[data-region] `}a[href="${CSS.escape(href)}"]`),
];

/** The element that was focused, when it stands. */
export function findFocus(page: Document, focus: PlaceMemory['focus']): HTMLElement | null {
  if (!focus) return null;
  const node =
    'id' in focus ? page.getElementById(focus.id) : sameLinks(page, focus.region, focus.href)[Math.max(0, focus.nth)];
  return node instanceof HTMLElement ? node : null;
}

/** Scrolls everything to where it was; what is not named goes to the top. True when all of it fitted. */
export function scrollBack(page: Document, scroll: PlaceMemory['scroll']): boolean {
  let fits = put(page.scrollingElement, scroll[PAGE] ?? 0);
  const named = new Set([PAGE]);
  for (const node of page.querySelectorAll<HTMLElement>('[data-keep-scroll]')) {
    const name = node.dataset.keepScroll;
    if (!name) continue;
    named.add(name);
    fits = put(node, scroll[name] ?? 0) && fits;
  }
  return fits && Object.keys(scroll).every((name) => named.has(name));
}

function put(node: Element | null, top: number): boolean {
  if (!node) return top === 0;
  if (node.scrollTop !== top) node.scrollTop = top;
  // Screens with a fraction of a pixel round.
  return Math.abs(node.scrollTop - top) < 2;
}
