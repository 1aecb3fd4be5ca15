/** A page of a release, by the hash of its file. */
export interface PageFile {
  readonly page: string;
  readonly sha256: string;
}

/** What becomes of the pages of a release by the next, by their files alone: nothing of them need be here. */
export interface PageCounts {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** The pages of a release whose files another one has not. A file can differ where no word does. */
export function pagesThatDiffer(then: readonly PageFile[], now: readonly PageFile[]): readonly string[] {
  const before = new Map(then.map(({ page, sha256 }) => [page, sha256]));
  return now.filter(({ page, sha256 }) => before.get(page) !== sha256).map(({ page }) => page);
}

export function pageCounts(then: readonly PageFile[], now: readonly PageFile[]): PageCounts {
  const before = new Set(then.map(({ page }) => page));
  const after = new Set(now.map(({ page }) => page));
  const differ = pagesThatDiffer(then, now);
  const added = differ.filter((page) => !before.has(page)).length;
  return { added, changed: differ.length - added, gone: [...before].filter((page) => !after.has(page)).length };
}
