import { Failure } from '#tool/failure.ts';
import { isInside } from '#tool/real-path.ts';

/**
 * A repository is copied to where everybody reads it: no key may lie in it, and it may not lie among what is written.
 * @throws Failure
 */
export async function demandApart(
  repo: string,
  { pack, keys = [] }: { readonly pack?: string; readonly keys?: readonly string[] },
): Promise<void> {
  if (pack !== undefined && (await isInside(repo, pack)))
    throw new Failure(`${repo} is in the folder of the pack: a repository needs a folder of its own.`);
  for (const folder of keys)
    if (await isInside(folder, repo))
      throw new Failure(`${folder} is in the repository, which others read: keep keys in another place.`);
}
