import { countSections, NO_SECTIONS, type SectionCounts, sectionChanges } from '#domain/pack/section-changes.ts';
import { wordDiff } from '#domain/word-diff.ts';
import { visibleWords } from '#markdown/visible-pack.ts';
import type { PackDb, ReleaseKey } from '../db.ts';
import type { CompareAnswer, CompareRequest, PageAsked, PageCompared } from './compare-messages.ts';

/** Answers in the worker that compares releases, page by page. */
export const createComparer =
  (db: PackDb) =>
  async (request: CompareRequest): Promise<CompareAnswer> => {
    switch (request.do) {
      case 'page':
        return { is: 'page', ...(await comparePage(request, db)) };
      case 'releases':
        return { is: 'counts', counts: await compareReleases(request.before, request.after, db) };
      case 'words':
        return { is: 'words', parts: wordDiff(request.before, request.after) };
    }
  };

async function comparePage({ key, page, now }: PageAsked, db: PackDb): Promise<PageCompared> {
  const [row, body] = await Promise.all([db.pages.get([key, page]), db.bodies.get([key, page])]);
  // As it would be written down: what cannot be seen is no change.
  const next = now && visibleWords({ title: now.title, sections: [...now.sections] });
  return {
    title: next?.title ?? row?.meta.title ?? page,
    sections: sectionChanges(body?.sections ?? [], next?.sections ?? []),
  };
}

async function compareReleases(then: ReleaseKey, now: ReleaseKey, db: PackDb): Promise<SectionCounts> {
  const pagesOf = async (key: ReleaseKey) =>
    (await db.bodies.where('key').equals(key).primaryKeys()).map(([, page]) => page);
  const before = await pagesOf(then);
  let counts = NO_SECTIONS;
  // One page after the other: all trees of two releases at once are much to hold.
  for (const page of new Set([...before, ...(await pagesOf(now))])) {
    const [old, next] = await db.bodies.bulkGet([
      [then, page],
      [now, page],
    ]);
    counts = countSections(sectionChanges(old?.sections ?? [], next?.sections ?? []), counts);
  }
  return counts;
}
