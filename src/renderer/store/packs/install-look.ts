import type { ManifestHead } from '#bridge/packs.ts';
import { type InstallQuestion, installQuestion, type KnownPack } from '#domain/pack/install-question.ts';
import { originOf, saysMore } from '#domain/pack/pack-origin.ts';
import { replacement } from '#domain/pack/replacement.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { type InstalledPack, type PackDb, packRows } from '../db.ts';
import { storeProblem } from '../store-problem.ts';
import { vouchFor } from './install.ts';
import { starterHeads } from './known-starters.ts';

/**
 * What a person is asked before an offered pack comes in, beside what is here now; `null` for nothing. Problems:
 * `pack-same`, `pack-older`, `pack-not-newer`, `pack-came-with-app`, `pack-of-source`, `pack-other-publisher`,
 * `store-unavailable`.
 */
export async function lookAtOffer(
  head: ManifestHead,
  db: PackDb = packRows(),
  starters: () => readonly KnownPack[] = starterHeads,
): Promise<Result<InstallQuestion | null>> {
  try {
    const present = await db.packs.get(head.id);
    const verdict = replacement(present, head);
    if (verdict.may === 'never') return refuse(verdict.problem);
    const pages = present ? await db.pages.where('key').equals(present.key).toArray() : [];
    const titles = new Map(pages.map(({ page, meta }) => [page, meta.title]));
    return ok(installQuestion(head, present, titles, [...(await db.packs.toArray()), ...starters()]));
  } catch (error) {
    const problem = storeProblem(error, 0);
    if (!problem) throw error;
    return refuse(problem);
  }
}

/**
 * Where the very release that is offered is here, and nobody had shown who made it, that is noted of it: nothing of it has
 * to come in. Answers that release; `null` for any other offer. @throws what the store said
 */
export async function vouchForSame(
  head: ManifestHead,
  db: PackDb = packRows(),
  vouch: typeof vouchFor = vouchFor,
): Promise<InstalledPack | null> {
  const origin = originOf(head.origin);
  const present = await db.packs.get(head.id);
  if (!present || present.hash !== head.hash || !saysMore(origin, present.origin)) return null;
  const noted = await vouch(head.id, head.hash, origin);
  return noted.ok ? ((await db.packs.get(head.id)) ?? null) : null;
}
