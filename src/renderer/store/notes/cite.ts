import type { Place } from '#domain/address.ts';
import type { Citation } from '#domain/note/record/note.ts';
import type { Stage } from '#domain/stage.ts';
import { type PackDb, packRows } from '../db.ts';
import { loadPage } from '../packs/pages.ts';

/** What a citation and a note can hold of a section's words. */
const LONGEST_QUOTE = 40_000;
const LONGEST_LINE = 2_000;
const LONGEST_HEADING = 300;

export interface Cited {
  readonly citation: Citation;
  /** The page's first stage. */
  readonly stage: Stage | null;
}

interface CiteEffects {
  /** An id that no other row of the note has. */
  readonly rowId: () => string;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

const theWindow: CiteEffects = { rowId: () => crypto.randomUUID(), now: () => new Date().toISOString() };

/** SHA-256 of a section's text, hexadecimal: what a citation is compared by. */
export async function hashOfText(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Cites a section as it stands in the pack on this laptop, a page's lead without one; `null` where it is not there. */
export async function citeSection(
  { pack, page, section = '' }: Place,
  db: PackDb = packRows(),
  { rowId, now }: CiteEffects = theWindow,
): Promise<Cited | null> {
  const loaded = await loadPage(pack, page, db);
  if (!loaded) return null;
  const { sections, meta } = loaded;
  const cited = section === '' ? sections[0] : sections.find(({ id }) => id === section);
  if (!cited) return null;
  const line = (text: string): string => text.slice(0, LONGEST_LINE);
  return {
    stage: meta.stage[0] ?? null,
    citation: {
      id: rowId(),
      pack,
      packTitle: line(loaded.pack.title),
      version: line(loaded.pack.version),
      release: loaded.pack.release,
      page: meta.id,
      section: cited.id.slice(0, LONGEST_HEADING),
      title: line(meta.title),
      heading: line(cited.heading),
      hash: await hashOfText(cited.text),
      quote: cited.text.slice(0, LONGEST_QUOTE),
      at: now(),
    },
  };
}
