import { NEW_NOTE, toAddress } from '#domain/address.ts';
import { openAround } from '#ui/closed-details.ts';
import { type Arrival, type Entry, type Journey, pathOf } from './history.ts';
import { findFocus, notePlace, type PlaceMemories, type PlaceMemory, scrollBack } from './place-memory.ts';
import { catchTyping } from './typed-ahead.ts';

/** How long a place may take to come back: rows and results arrive after the screen. */
const PATIENCE = 3_000;

/** The address without its fragment: what a screen is. */
const screenOf = (address: string): string => address.replace(/#.*$/s, '');

/** Whoever asks for a new note writes on: its title takes what comes before it stands. */
const NEW = toAddress(NEW_NOTE);

/** Where focus and scroll go when a screen stands: the one place that knows the focus rules. `newNote`: its name for what takes the typing. */
export function createArrivals(page: Document, journey: Journey, memories: PlaceMemories, newNote: () => string) {
  let pending: { readonly entry: Entry; readonly arrival: Arrival } | null = {
    entry: journey.entry(),
    arrival: 'start',
  };
  let standing = '';
  let followed: Element | null = null;
  let giveUp = () => {};
  let typed: ReturnType<typeof catchTyping> | null = null;

  /** Keeps the present place, if the window shows it. */
  function keep(entry: Entry = journey.entry(), by?: Arrival): void {
    // Results of the words before still count as this place while a person types.
    if ((pending && pending.arrival !== 'replaced') || pathOf(standing) !== pathOf(entry.address)) return;
    const place = notePlace(page, followed);
    // Who left by typing was in the search box, which is no part of the place.
    const focus = by === 'typed' ? null : place.focus;
    memories.keep({ key: entry.key, address: entry.address, scroll: place.scroll, focus });
  }

  function arrive(): void {
    if (!pending || screenOf(pending.entry.address) !== screenOf(standing)) return;
    const { entry, arrival } = pending;
    pending = null;
    giveUp();
    switch (arrival) {
      case 'replaced':
        return;
      case 'typed':
        scrollBack(page, {});
        return;
      case 'new':
        scrollBack(page, {});
        focusNew(entry.address);
        return;
      case 'uncovered': {
        const memory = memories.byKey(entry.key);
        if (memory) bringBack({ ...memory, focus: null }, page.activeElement);
        return;
      }
      case 'again':
      case 'start': {
        const memory = memories.byKey(entry.key) ?? (arrival === 'start' ? memories.byAddress(entry.address) : null);
        if (memory) bringBack(placed(memory));
        else focusNew(entry.address);
        return;
      }
    }
  }

  function focusNew(address: string): void {
    const place = placeIn(page);
    const target = sectionOf(page, address) ?? place ?? titleOf(page);
    if (!target) return;
    if (!target.hasAttribute('tabindex') && !target.matches('a[href], button, input, select, textarea, summary'))
      target.tabIndex = -1;
    openAround(target);
    if (typed) typed.into(target);
    else target.focus();
    typed = null;
    // What holds the focus for something inside it scrolls by itself.
    if (target.hasAttribute('data-screen-title') || target.hasAttribute('data-holds-focus')) return;
    // A field stands with its label. A margin does not do it: Chromium takes none for what scrolls itself, a text area.
    const field = target.closest('.note-field, fieldset');
    field?.scrollIntoView({ block: 'start' });
    target.scrollIntoView({ block: field || target === place ? 'nearest' : 'start' });
  }

  /** Back to a link is good; back to the words that one was writing is better. */
  function placed(memory: PlaceMemory): PlaceMemory {
    const id = page.querySelector<HTMLElement>('#main')?.dataset.returnAt;
    return !id || (memory.focus && 'id' in memory.focus) ? memory : { ...memory, focus: { id } };
  }

  /** `kept`: what has the focus and keeps it. */
  function bringBack(memory: PlaceMemory, kept: Element | null = null): void {
    const done = () => {
      const node = findFocus(page, memory.focus);
      openAround(node);
      if (!node?.contains(page.activeElement)) node?.focus({ preventScroll: true });
      return scrollBack(page, memory.scroll) && (node !== null || memory.focus === null);
    };
    if (done()) {
      if (memory.focus === null && kept === null) titleOf(page)?.focus({ preventScroll: true });
      return;
    }
    if (!findFocus(page, memory.focus) && kept === null) titleOf(page)?.focus({ preventScroll: true });
    // Tries again as rows arrive, until it fits or the person does something.
    const watch = new MutationObserver(() => {
      if (done()) giveUp();
    });
    const window = page.defaultView;
    const timer = window?.setTimeout(() => giveUp(), PATIENCE);
    const acted = ['keydown', 'pointerdown', 'wheel'] as const;
    giveUp = () => {
      watch.disconnect();
      window?.clearTimeout(timer);
      for (const name of acted) page.removeEventListener(name, giveUp, true);
      giveUp = () => {};
    };
    for (const name of acted) page.addEventListener(name, giveUp, true);
    watch.observe(page.body, { childList: true, subtree: true, characterData: true });
  }

  journey.watch({
    leaving: keep,
    changed({ entry, arrival }) {
      followed = null;
      if (arrival === 'replaced' && pending) {
        pending = { entry, arrival: pending.arrival };
      } else {
        pending = { entry, arrival };
      }
      // The same screen with another section needs no drawing.
      arrive();
      if (arrival === 'replaced') return;
      const catches = pending !== null && arrival === 'new' && entry.address === NEW;
      // Asked for twice before it stands it is one note, with the words of both.
      if (catches && typed) return typed.goOn();
      typed?.end();
      typed = catches ? catchTyping(page, newNote()) : null;
    },
  });

  return {
    /** A screen says that the content of `address` stands. */
    stands(address: string): void {
      standing = address;
      arrive();
    },
    /** A link is being followed: Back returns to it. */
    follow(link: Element): void {
      followed = link;
    },
    keep: () => keep(),
  };
}

export type Arrivals = ReturnType<typeof createArrivals>;

const titleOf = (page: Document): HTMLElement | null =>
  page.querySelector<HTMLElement>('#main [data-screen-title]') ?? page.querySelector<HTMLElement>('#main h1, #main');

/** What the screen itself names as the place to go on. */
function placeIn(page: Document): HTMLElement | null {
  const id = page.querySelector<HTMLElement>('#main')?.dataset.arriveAt;
  return id ? page.querySelector<HTMLElement>(`#main [id="${CSS.escape(id)}"]`) : null;
}

/** The heading that an address's fragment names, inside main only: pages may use any id. */
function sectionOf(page: Document, address: string): HTMLElement | null {
  const at = address.indexOf('#');
  if (at < 0) return null;
  let id: string;
  try {
    id = decodeURIComponent(address.slice(at + 1));
  } catch {
    return null;
  }
  if (id === '') return null;
  const name = CSS.escape(id);
  return page.querySelector<HTMLElement>(`#main [data-section="${name}"], #main [id="${name}"]`);
}
