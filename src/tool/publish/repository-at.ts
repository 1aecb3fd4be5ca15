import { Failure } from '#tool/failure.ts';
import { type KeyFile, readKeys } from './key-files.ts';
import { withLeftNames } from './left-names.ts';
import { readPassphrase } from './passphrase.ts';
import { readRepository } from './read-repository.ts';
import type { Repository } from './repository.ts';

/** What every command that signs is given. */
export interface SigningArgs {
  readonly keys: readonly string[];
  readonly passphrase: string | undefined;
}

/** Options of a command line that say so. */
export const SIGNING_OPTIONS = {
  keys: { type: 'string' as const, multiple: true as const, default: [] as string[] },
  passphrase: { type: 'string' as const },
};

export const SIGNING_USAGE = `  --keys DIR         a folder with keys; may be given more than once, as when each lies on a stick of its own
  --passphrase FILE  the first line of this file opens keys that are locked`;

/** @throws Failure */
export async function keysAtHand(command: string, { keys, passphrase }: SigningArgs): Promise<readonly KeyFile[]> {
  if (keys.length === 0) throw new Failure(`--keys is missing: say where the keys are. See: satchel ${command} --help`);
  const found = await readKeys(keys, await readPassphrase(passphrase));
  if (found.length === 0) throw new Failure(`${keys.join(', ')} has no keys. Make them with satchel keys init.`);
  return found;
}

/** @throws Failure where there is no repository, or it does not hold */
export async function repositoryAt(folder: string): Promise<Repository> {
  const repository = await readRepository(folder);
  if (repository === null) throw new Failure(`${folder} is no repository: it has no metadata/1.root.json.`);
  return withLeftNames(folder, repository);
}
