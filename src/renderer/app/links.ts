import { toScreen } from '#domain/address.ts';
import { noteAtHand } from '#store/notes/note-at-hand.ts';
import type { Arrivals } from './arrival.ts';
import { openBeside } from './beside.ts';
import type { Journey } from './history.ts';

/** The path, query and fragment of a link to one of our screens; `null` for any other link. */
export function ownAddress(href: string, base: Pick<Location, 'href' | 'protocol' | 'host'>): string | null {
  let url: URL;
  try {
    url = new URL(href, base.href);
  } catch {
    return null;
  }
  if (url.protocol !== base.protocol || url.host !== base.host) return null;
  const address = `${url.pathname}${url.search}${url.hash}`;
  return toScreen(address) ? address : null;
}

/** Catches clicks on links, so that rooms only write `<a href>`. No link ever loads another document. */
export function catchLinks(page: Document, journey: Journey, arrivals: Arrivals): () => void {
  const clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    if (event.button !== 0) return;
    const address = ownAddress(link.getAttribute('href') ?? '', page.location);
    if (address === null) return;
    if ((event.ctrlKey || event.metaKey) && openBeside(address, noteAtHand.get(), journey)) return;
    arrivals.follow(link);
    journey.go(address, 'push', false, link.getAttribute('data-marks') ?? undefined);
  };
  page.addEventListener('click', clicked);
  page.addEventListener('auxclick', clicked);
  return () => {
    page.removeEventListener('click', clicked);
    page.removeEventListener('auxclick', clicked);
  };
}
