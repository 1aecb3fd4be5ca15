/** The command could not do its work, in an expected way: one plain sentence, exit code 2, no stack. */
export class Failure extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Failure';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'it can only be read',
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file',
  EISDIR: 'there is a folder of that name',
  ENOTEMPTY: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** What the disk said as a `Failure`; anything else is a bug and stays as it is. */
export function writeFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = REASONS[code];
  return reason === undefined ? error : new Failure(`${path} could not be written: ${reason}.`);
}
