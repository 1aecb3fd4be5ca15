import type { Terminal } from '#tool/terminal.ts';
import { demandApart } from './apart.ts';
import { demandClock } from './clock.ts';
import { demandReadable } from './laptop-limits.ts';
import type { Edition, Repository } from './repository.ts';
import { repositoryAt } from './repository-at.ts';
import { withLock } from './repository-lock.ts';
import { writeEdition } from './write-edition.ts';

interface SigningPlace {
  readonly repo: string;
  /** Folders with keys. */
  readonly keys: readonly string[];
  readonly now: Date;
  readonly clockIsRight: boolean;
  /** Where it is placed, if that is said. */
  readonly against: string | undefined;
}

/**
 * Signs the next edition of a repository and writes it, while nobody else does.
 * @throws Failure then nothing that counts was written
 */
export async function signRepository(
  { repo, keys, now, clockIsRight, against }: SigningPlace,
  next: (before: Repository) => Edition,
  terminal: Pick<Terminal, 'progress'>,
): Promise<Edition> {
  await demandApart(repo, { keys });
  return withLock(repo, async () => {
    const before = await repositoryAt(repo, against, terminal);
    if (!clockIsRight) demandClock(before, now);
    const edition = next(before);
    demandReadable(before, edition.repository);
    await writeEdition(repo, edition);
    return edition;
  });
}
