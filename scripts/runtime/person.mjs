import { chownSync, mkdirSync } from 'node:fs';
import { run, succeeds } from './run.mjs';
import { Stop } from './say.mjs';

/** The unprivileged user that the app runs as when these scripts are run by root: Chromium's sandbox needs one. */
const NAME = 'satchel-test';
/** Copies and wrappers for that user. Root's own: what root starts from here must not be changeable by the app. */
export const PERSON_FOLDER = '/var/lib/satchel-test';
const HOME = `${PERSON_FOLDER}/home`;

/**
 * @typedef {object} Person
 * @property {number} uid
 * @property {number} gid
 * @property {string} home
 * @property {readonly string[]} prefix words before a command that run it as this user
 */

/**
 * The user to run the app as, made when it is not there; `null` when the caller is no root and is fit itself.
 * @returns {Promise<Person | null>}
 */
export async function appPerson() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  mkdirSync(PERSON_FOLDER, { recursive: true, mode: 0o755 });
  if (!succeeds('id', ['-u', NAME])) {
    const words = ['--system', '--user-group', '--no-create-home', '--home-dir', HOME];
    const made = await run('useradd', [...words, '--shell', '/usr/sbin/nologin', NAME]);
    // Two runs may start at once: what counts is that the user is there now.
    if (!succeeds('id', ['-u', NAME]))
      throw new Stop(`Satchel is not run as root, and the user ${NAME} could not be made:\n${made.output}`);
  }
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => Number((await run('id', [what, NAME])).output)),
  );
  if (!uid || !gid) throw new Stop(`The user ${NAME} cannot be used.`);
  chownSync(PERSON_FOLDER, 0, 0);
  mkdirSync(HOME, { recursive: true });
  chownSync(HOME, uid, gid);
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=-all', '--'];
  return { uid, gid, home: HOME, prefix };
}

/**
 * Whether the user may read a path.
 * @param {Person} person
 * @param {string} path
 */
export const mayRead = ({ prefix: [program = '', ...words] }, path) =>
  succeeds(program, [...words, 'test', '-r', path]);
