import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

// A pipe or a device that is named like a file would be waited for, for ever and by a thread that all files share.
// Windows has no such names in folders and no such flag.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Opens a file to be read. Every path that comes from outside goes this way. @throws `EINVAL` where it is no file */
export async function openRegular(path: string): Promise<FileHandle> {
  const handle = await open(path, FLAGS);
  try {
    if (!(await handle.stat()).isFile()) throw noFile();
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The bytes of a file. @throws `EINVAL` where it is no file, `EFBIG` where it is longer than `most` bytes */
export async function readRegular(path: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const handle = await openRegular(path);
  try {
    const { size } = await handle.stat();
    if (size > most) throw tooLarge();
    return most === Number.POSITIVE_INFINITY ? await handle.readFile() : await readUpTo(handle, size, most);
  } finally {
    await handle.close();
  }
}

/** A file on a share may grow while it is read, or have said too little. */
async function readUpTo(handle: FileHandle, size: number, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let done = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(Math.min(Math.max(size - done + 1, 4_096), most - done + 1));
    const { bytesRead } = await handle.read(piece, 0, piece.length, null);
    if (bytesRead === 0) return pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
    done += bytesRead;
    if (done > most) throw tooLarge();
    pieces.push(piece.subarray(0, bytesRead));
  }
}

/** The bytes of a file, at once. @throws as `readRegular` */
export function readRegularNow(path: string, most: number): Buffer {
  const file = openSync(path, FLAGS);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw noFile();
    if (stat.size > most) throw tooLarge();
    const bytes = Buffer.alloc(stat.size);
    let done = 0;
    while (done < bytes.length) {
      const more = readSync(file, bytes, done, bytes.length - done, done);
      if (more === 0) break;
      done += more;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}

const noFile = (): Error => Object.assign(new Error('EINVAL: no file'), { code: 'EINVAL' });
const tooLarge = (): Error => Object.assign(new Error('EFBIG: too large'), { code: 'EFBIG' });
