import { toAddress } from '#domain/address.ts';
import type { Visited } from './library-lists.ts';
import { visitKey } from './use-visits.ts';

/** Leads to the section where it is still there, else to the page. */
export function visitLink(visit: Visited, headings: ReadonlyMap<string, string>): string {
  const { row, section } = visit;
  const stands = section !== '' && headings.has(visitKey(visit));
  return toAddress({ screen: 'read', pack: row.pack, page: row.meta.id, ...(stands ? { section } : {}) });
}
