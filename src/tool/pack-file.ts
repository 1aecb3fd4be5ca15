import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { halfOf } from '#files/half-file.ts';
import { makePath } from '#files/make-folder.ts';
import { wholeEffects } from '#files/whole-effects.ts';
import { openPack } from '#pack/read/open-pack.ts';
import { Failure, writeFailure } from './failure.ts';

/**
 * A path that a person names for a pack file may by mistake be that of anything, a private key too.
 * @throws Failure where something else than a pack file stands there
 */
export async function demandPackFile(file: string): Promise<void> {
  if (!/\.satchel$/i.test(file)) throw new Failure(`${file} is no name of a pack file: it must end in .satchel.`);
  const there = await looked(file);
  if (there === null) return;
  if (there === 'other') throw new Failure(`${file} could not be written: there is a folder of that name.`);
  const opened = await openPack(file).catch(() => null);
  if (!opened?.ok)
    throw new Failure(`${file} is there and is no pack file that can be read: nothing was written over it.`);
  await opened.value.close();
}

/** A folder of that name is taken away. @throws Failure where more than the tree of a pack is in it */
export async function demandPackTree(folder: string): Promise<void> {
  if ((await looked(folder)) === null) return;
  const names = await readdir(folder).catch((error: unknown) => {
    throw writeFailure(error, folder);
  });
  const foreign = names.find((name) => name !== 'targets' && name !== 'blobs');
  if (foreign !== undefined)
    throw new Failure(`${folder} is there and has ${foreign}, which is not of a pack: nothing was written over it.`);
}

/** Finds out before work is done that cannot be done twice. @throws Failure what the disk says */
export async function demandWritable(file: string): Promise<void> {
  const half = halfOf(file);
  try {
    await makePath(dirname(file));
    if ((await looked(file)) !== null) await wholeEffects.demandWritable(file);
    await (await wholeEffects.create(half, 0o600)).close();
    await wholeEffects.remove(half);
  } catch (error) {
    throw writeFailure(error, file);
  }
}

async function looked(path: string): Promise<'file' | 'link' | 'other' | null> {
  try {
    return (await wholeEffects.look(path))?.kind ?? null;
  } catch (error) {
    throw writeFailure(error, path);
  }
}
