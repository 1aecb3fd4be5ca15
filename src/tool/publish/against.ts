import type { Fetch } from '#pack/carriers/https-repository.ts';
import { withinTime } from '#pack/carriers/within-time.ts';
import { Failure } from '#tool/failure.ts';
import { openPlace } from './open-place.ts';
import { readTree } from './read-repository.ts';
import type { Repository } from './repository.ts';
import { carriedTree, folderTree, type RepositoryTree } from './repository-tree.ts';
import { type Standing, standingOf, standingWords } from './standing.ts';

/** Ten minutes: a share may be slow. */
const LONGEST = 600_000;

/** A copy that may be signed; `repository` is `null` where none is founded yet. */
interface Copy {
  readonly place: string;
  readonly tree: RepositoryTree;
  readonly repository: Repository | null;
}

/**
 * Refuses to sign a copy that does not go on from what is placed: whoever placed it would take away, without a word,
 * what others have released.
 * @throws Failure
 */
export async function demandAgainst(
  folder: string,
  repository: Repository | null,
  placed: string | undefined,
  fetch: Fetch = globalThis.fetch,
): Promise<void> {
  if (placed === undefined) return;
  const copy = { place: folder, tree: folderTree(folder), repository };
  const standing = await standingAgainst(copy, placed, fetch);
  const words = standing === null ? null : standingWords(standing, folder, placed);
  if (words !== null) throw new Failure(`${words} Nothing was signed.`);
}

/**
 * How a copy stands to what is placed; `null` where nothing is at either place.
 * @throws Failure where that cannot be told
 */
export function standingAgainst(copy: Copy, placed: string, fetch: Fetch): Promise<Standing | null> {
  return withinTime(new AbortController().signal, LONGEST, (signal) => compared(copy, placed, signal, fetch));
}

async function compared(
  { place, tree, repository }: Copy,
  placed: string,
  signal: AbortSignal,
  fetch: Fetch,
): Promise<Standing | null> {
  const { carrier } = await openPlace(placed, signal, fetch);
  try {
    const its = carriedTree(placed, carrier, signal);
    const there = await readTree(its);
    if (there === null && repository === null) return null;
    if (there === null) throw new Failure(`${placed} is no repository: it has no metadata/1.root.json.`);
    if (repository === null)
      throw new Failure(`${placed} has a repository, and ${place} has none. Fetch it first. Nothing was signed.`);
    return await standingOf({ tree, repository }, { tree: its, repository: there });
  } finally {
    await carrier.close();
  }
}
