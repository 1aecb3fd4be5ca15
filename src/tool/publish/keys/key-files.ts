import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { makePath } from '#files/make-folder.ts';
import { readRegular } from '#files/regular-file.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { withLock } from '../repository-lock.ts';
import { isRole, type Role } from '../role.ts';
import { writeOnce } from '../write-once.ts';
import { newPrivateKey, type SigningKey, signingKey } from './signing-key.ts';

/**
 * A key as it lies in a folder: `root-1-3f9a2c1b.pem` is the first key of the role root, with the beginning of its id, so
 * that a new one never has the name of one that was lost.
 */
export interface KeyFile {
  readonly file: string;
  /** The role that its name says; metadata decides what it may sign. */
  readonly role: Role;
  readonly key: SigningKey;
}

/** A PEM file is some 200 bytes. */
const LONGEST = 16 * 1024;
const NAME = /^([a-z0-9-]+)-(\d{1,3})(?:-[0-9a-f]{8})?\.pem$/;

/**
 * Makes `count` keys of a role, PKCS#8 in files that their owner alone may read. Never writes over a key: numbers go
 * on from the highest.
 * @throws Failure
 */
export async function makeKeys(
  folder: string,
  role: Role,
  count: number,
  passphrase: string | undefined,
): Promise<readonly KeyFile[]> {
  await makePath(folder, { mode: 0o700 }).catch((error: unknown) => {
    throw writeFailure(error, folder);
  });
  return withLock(folder, () => newKeys(folder, role, count, passphrase));
}

async function newKeys(
  folder: string,
  role: Role,
  count: number,
  passphrase: string | undefined,
): Promise<readonly KeyFile[]> {
  const numbers = (await named(folder)).flatMap((one) => (one.role === role ? [one.number] : []));
  const first = Math.max(0, ...numbers) + 1;
  const made: KeyFile[] = [];
  for (let number = first; number < first + count; number++) {
    const key = newPrivateKey();
    const own = signingKey(key);
    const file = join(folder, `${role}-${number}-${own.id.slice(0, 8)}.pem`);
    await writeOnce(file, Buffer.from(pemOf(key, passphrase)), { mode: 0o600 }).catch((error: unknown) => {
      throw writeFailure(error, file);
    });
    made.push({ file, role, key: own });
  }
  return made;
}

function pemOf(key: KeyObject, passphrase: string | undefined): string {
  const form = { format: 'pem', type: 'pkcs8' } as const;
  return String(key.export(passphrase === undefined ? form : { ...form, cipher: 'aes-256-cbc', passphrase }));
}

/**
 * The keys of some folders, each key once.
 * @throws Failure where a folder or a key cannot be read, or others may read a key
 */
export async function readKeys(
  folders: readonly string[],
  passphrase: string | undefined,
): Promise<readonly KeyFile[]> {
  const found = new Map<string, KeyFile>();
  for (const folder of folders) {
    for (const { name, role } of await named(folder)) {
      const file = join(folder, name);
      const key = await readKey(file, passphrase);
      // A folder of its own for each use may hold a key twice.
      if (!found.has(`${role} ${key.id}`)) found.set(`${role} ${key.id}`, { file, role, key });
    }
  }
  return [...found.values()];
}

async function named(
  folder: string,
): Promise<readonly { readonly name: string; readonly role: Role; readonly number: number }[]> {
  const names = await readdir(folder).catch((): never => {
    throw new Failure(`${folder} is not a folder that can be read.`);
  });
  return names.sort().flatMap((name) => {
    const [, role = '', number = ''] = NAME.exec(name) ?? [];
    return isRole(role) ? [{ name, role, number: Number(number) }] : [];
  });
}

/** FAT, exFAT, NTFS, shares, FUSE and folders of a host: as many sticks and shares, they show rights that nobody can change. */
const WITHOUT_RIGHTS: ReadonlySet<number> = new Set([
  0x4d44, 0x2011bab0, 0x5346544e, 0x7366746e, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546, 0x01021997,
]);

/** Whether group or others may read or change a file, where a file system tells. */
async function isOpen(file: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  if (((await stat(file)).mode & 0o077) === 0) return false;
  const { type } = await statfs(file);
  return !WITHOUT_RIGHTS.has(type >>> 0);
}

async function readKey(file: string, passphrase: string | undefined): Promise<SigningKey> {
  const pem = await readRegular(file, LONGEST).catch((): never => {
    throw new Failure(`${file} could not be read.`);
  });
  const isLocked = pem.includes('ENCRYPTED');
  if (isLocked && passphrase === undefined)
    throw new Failure(`${file} has a passphrase: say where it is with --passphrase.`);
  const key = keyIn(pem, file, isLocked ? passphrase : undefined);
  if (await isOpen(file))
    throw new Failure(
      `${file} can be read by others of this computer. Make it yours alone with chmod 600; if somebody may have read it, change the key.`,
    );
  return key;
}

function keyIn(pem: Buffer, file: string, passphrase: string | undefined): SigningKey {
  const isLocked = passphrase !== undefined;
  try {
    return signingKey(createPrivateKey({ key: pem, format: 'pem', ...(isLocked ? { passphrase } : {}) }));
  } catch {
    throw new Failure(
      isLocked ? `The passphrase does not open ${file}.` : `${file} is not an Ed25519 key in a PEM file.`,
    );
  }
}
