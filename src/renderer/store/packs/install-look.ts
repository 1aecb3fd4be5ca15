import type { ManifestHead } from '#bridge/packs.ts';
import { type InstallQuestion, installQuestion, refusedRelease } from '#domain/install-question.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { type PackDb, packRows } from '../db.ts';
import { storeProblem } from '../store-problem.ts';

/**
 * What a person is asked before an offered pack comes in, beside what is here now; `null` for nothing. Problems:
 * `pack-same`, `pack-older`, `pack-not-newer`, `store-unavailable`.
 */
export async function lookAtOffer(
  head: ManifestHead,
  db: PackDb = packRows(),
): Promise<Result<InstallQuestion | null>> {
  try {
    const present = await db.packs.get(head.id);
    const refused = refusedRelease(present, head);
    if (refused) return refuse(refused);
    const pages = present ? await db.pages.where('key').equals(present.key).toArray() : [];
    return ok(installQuestion(head, present, new Map(pages.map(({ page, meta }) => [page, meta.title]))));
  } catch (error) {
    const problem = storeProblem(error, 0);
    if (!problem) throw error;
    return refuse(problem);
  }
}
