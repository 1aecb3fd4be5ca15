import { readRelease } from '../read-release.ts';
import type { Finding } from './finding.ts';
import type { LintReport } from './lint.ts';
import { readPackSource } from './pack-source.ts';
import { isFolder } from './walk.ts';

/** Page ids of a release before this one: a `.satchel` file or a pack folder. */
export async function pagesBefore(path: string): Promise<readonly string[]> {
  if (await isFolder(path)) return (await readPackSource(path)).pages.map(({ meta }) => meta.id);
  return (await readRelease(path)).pages.map(({ meta }) => meta.id);
}

/** Pages that were in the release before and to which nothing leads now: links of other packs, notes and bookmarks die. */
export function removedPages(
  before: readonly string[],
  { source, pages }: Pick<LintReport, 'source' | 'pages'>,
): readonly Finding[] {
  const here = new Set(pages.map(({ meta }) => meta.id));
  return before
    .filter((id) => !here.has(id) && !source.table.redirects.has(id))
    .map((id) => ({
      file: 'pack.yaml',
      line: 1,
      column: 1,
      rule: 'removed-page',
      level: 'error',
      message: `Unexpected missing page ${id}, which the release before had, expected it or a page with it in redirect_from`,
      fix: `Add "redirect_from: [${id}]" to the page that took its place.`,
    }));
}
