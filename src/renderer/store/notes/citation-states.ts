import { useEffect, useState } from 'react';
import { type CitationState, citationState, type SectionNow } from '#domain/note/citation-state.ts';
import type { Citation } from '#domain/note/record/note.ts';
import type { Section } from '#domain/pack/page.ts';
import { type PackDb, packRows } from '../db.ts';
import { usePacks } from '../packs/packs.ts';
import { type LoadedPage, loadPage } from '../packs/pages.ts';
import { hashOfText } from './cite.ts';

type Cited = Pick<Citation, 'pack' | 'page' | 'section' | 'heading'>;

/**
 * The section as it stands now: under its id, where its page has moved to, or else under its heading, on its page first
 * and then anywhere in its pack. `null`: it is gone; `undefined`: its pack is.
 */
export async function sectionNow(cited: Cited, db: PackDb = packRows()): Promise<SectionNow | null | undefined> {
  const installed = await db.packs.get(cited.pack);
  if (!installed) return undefined;
  const page = await loadPage(cited.pack, cited.page, db);
  const section = page?.sections.find(({ id }) => id === cited.section) ?? page?.sections.find(hasHeading(cited));
  if (page && section) return told(page, section);
  if (cited.heading === '') return null;
  const bodies = await db.bodies.where('key').equals(installed.key).toArray();
  const others = bodies.flatMap((body) => body.sections.filter(hasHeading(cited)).map((found) => ({ body, found })));
  const [only, ...more] = others;
  // The same heading on several pages says nothing.
  if (!only || more.length > 0) return null;
  const elsewhere = await loadPage(cited.pack, only.body.page, db);
  return elsewhere && told(elsewhere, only.found);
}

const hasHeading =
  ({ heading }: Cited) =>
  (section: Section): boolean =>
    heading !== '' && section.heading === heading;

async function told({ pack, meta }: LoadedPage, { id, heading, text }: Section): Promise<SectionNow> {
  return {
    place: { pack: pack.id, page: meta.id, section: id },
    title: meta.title,
    heading,
    version: pack.version,
    release: pack.release,
    text,
    hash: await hashOfText(text),
  };
}

/** What became of each citation, by its id; `undefined` until they have been looked at. Looked at again with every new release. */
export function useCitationStates(citations: readonly Citation[]): ReadonlyMap<string, CitationState> | undefined {
  const packs = usePacks();
  const releases = packs?.map(({ key }) => key).join('\n');
  const key = JSON.stringify(citations.map(({ id, hash, declined }) => [id, hash, declined]));
  const [states, setStates] = useState<ReadonlyMap<string, CitationState>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the citations, `releases` for the packs
  useEffect(() => {
    if (releases === undefined) return undefined;
    let stale = false;
    const look = async () => {
      const found = await Promise.all(
        citations.map(async (one) => [one.id, citationState(one, await sectionNow(one))] as const),
      );
      if (!stale) setStates(new Map(found));
    };
    void look();
    return () => {
      stale = true;
    };
  }, [key, releases]);
  return states;
}
