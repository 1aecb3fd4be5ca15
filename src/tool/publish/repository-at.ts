import { Failure } from '#tool/failure.ts';
import type { Terminal } from '#tool/terminal.ts';
import { demandAgainst } from './against.ts';
import { demandContent } from './demand-content.ts';
import { type KeyFile, readKeys } from './keys/key-files.ts';
import { readPassphrase } from './keys/passphrase.ts';
import { withLeftNames } from './left-names.ts';
import { readRepository } from './read-repository.ts';
import type { Repository } from './repository.ts';

/** What every command that signs is given. */
export interface SigningArgs {
  readonly keys: readonly string[];
  readonly passphrase: string | undefined;
}

/** Options of a command line that say so. */
export const SIGNING_OPTIONS = {
  against: { type: 'string' as const },
  keys: { type: 'string' as const, multiple: true as const, default: [] as string[] },
  passphrase: { type: 'string' as const },
};

export const SIGNING_USAGE = `  --against PLACED   the address or folder where the repository is placed: nothing is signed where that has what this
                     copy has not, so that nobody takes away what others have released
  --keys DIR         a folder with keys; may be given more than once, as when each lies on a stick of its own
  --passphrase FILE  the first line of this file opens keys that are locked`;

/** @throws Failure */
export async function keysAtHand(command: string, { keys, passphrase }: SigningArgs): Promise<readonly KeyFile[]> {
  if (keys.length === 0) throw new Failure(`--keys is missing: say where the keys are. See: satchel ${command} --help`);
  const found = await readKeys(keys, await readPassphrase(passphrase));
  if (found.length === 0) throw new Failure(`${keys.join(', ')} has no keys. Make them with satchel keys init.`);
  return found;
}

/** @throws Failure where there is no repository, or it does not hold, or what is placed has what it has not */
export async function repositoryAt(
  folder: string,
  against: string | undefined,
  terminal: Pick<Terminal, 'progress'>,
): Promise<Repository> {
  const repository = await readRepository(folder);
  if (repository === null) throw new Failure(`${folder} is no repository: it has no metadata/1.root.json.`);
  await demandAgainst(folder, repository, against);
  await demandContent(folder, repository, terminal);
  return withLeftNames(folder, repository);
}
