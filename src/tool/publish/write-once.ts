import { link } from 'node:fs/promises';
import { readRegular } from '#files/regular-file.ts';
import { type WholeEffects, wholeEffects } from '#files/whole-effects.ts';
import { type WholeOptions, writeWhole } from '#files/write-whole.ts';
import { Failure } from '#tool/failure.ts';

export interface OnceEffects extends WholeEffects {
  /** A second name for a file; fails where the name is used. */
  readonly link: (from: string, to: string) => Promise<void>;
}

export const onceEffects: OnceEffects = { ...wholeEffects, link };

/**
 * Writes a file under a name that is used once. That it holds these bytes already is well.
 * @throws Failure where it holds others, or what the disk said
 */
export async function writeOnce(
  path: string,
  bytes: Uint8Array,
  options: WholeOptions = {},
  effects: OnceEffects = onceEffects,
): Promise<void> {
  const rename = (from: string, to: string): Promise<void> => moveToFree(from, to, bytes, effects);
  await writeWhole(path, bytes, options, { ...effects, rename });
}

async function moveToFree(from: string, to: string, bytes: Uint8Array, effects: OnceEffects): Promise<void> {
  try {
    await effects.link(from, to);
  } catch {
    // It stands there, or the file system has no second names: FAT, some shares. Then a look before must do.
    if ((await effects.look(to)) === null) return effects.rename(from, to);
    if (!bytes.length || !(await readRegular(to, bytes.length).catch(() => null))?.equals(bytes))
      throw new Failure(
        `${to} is there already with other content, and a name is used once. Nothing was put in its place.`,
      );
  }
  await effects.remove(from);
}
