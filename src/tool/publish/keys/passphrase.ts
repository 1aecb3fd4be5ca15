import { readRegular } from '#files/regular-file.ts';
import { Failure } from '#tool/failure.ts';

const LONGEST = 4 * 1024;

/** The first line of a file; words on a command line would be seen by others of this machine. @throws Failure */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const bytes = await readRegular(file, LONGEST).catch((): never => {
    throw new Failure(`${file} could not be read.`);
  });
  const [line = ''] = bytes.toString('utf8').split(/\r?\n/);
  if (line === '') throw new Failure(`${file} is empty: its first line is the passphrase.`);
  return line;
}
