import type { Place } from '../address.ts';

/** Where a link of a page leads inside the packs: `page:<page>#<section>`, or `page:<pack>/<page>#<section>`. */
export function placeOfLink(href: string, here: string): Place | null {
  const match = /^page:(?:([^/#]+)\/)?([^/#]+)(?:#(.*))?$/.exec(href);
  if (!match) return null;
  const [, pack, page, section] = match.map((part) => (part === undefined ? undefined : decoded(part)));
  if (page === undefined) return null;
  return { pack: pack ?? here, page, ...(section ? { section } : {}) };
}

/** As it is where it is not written as addresses are. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
