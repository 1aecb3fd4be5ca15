import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '#tool/failure.ts';
import { diskRead, FolderReader, type ReadEffects } from '#tool/lint/folder-reader.ts';
import { GOLDEN_SET_EXPECTED, type GoldenSet, goldenSetSchema } from '#tool/lint/golden-queries.ts';

const NAME = 'queries.json';

/**
 * The golden set of a folder: the file that is named, else `queries.json` in the folder or, as with a folder that
 * was made by others, beside it. `pages` is the folder that its paths belong to.
 * @throws Failure when there is none, or it cannot be used
 */
export async function readGoldenSet(
  dir: string,
  named: string | undefined,
  effects: ReadEffects = diskRead,
): Promise<GoldenSet & { readonly pages: string }> {
  const places = named === undefined ? [join(dir, NAME), join(dirname(resolve(dir)), NAME)] : [named];
  const [file] = (
    await Promise.all(places.map(async (place) => ((await isThere(place, effects)) ? [place] : [])))
  ).flat();
  if (file === undefined) {
    throw new Failure(
      named === undefined ? `${dir} has no ${NAME}, and there is none beside it.` : `${named} could not be read.`,
    );
  }
  const reader = new FolderReader(dirname(file), effects);
  const name = basename(file);
  const golden = await reader.json([name], name, 'queries-schema', goldenSetSchema, GOLDEN_SET_EXPECTED);
  const [fault] = reader.faults;
  if (golden === null) throw new Failure(`${file}: ${fault?.message}. ${fault?.fix}`);
  if (golden.queries.length === 0) throw new Failure(`${file} has no questions.`);
  const { root } = golden;
  if (root !== undefined && (/^[\\/]/.test(root) || root.split(/[\\/]/).includes('..')))
    throw new Failure(`${file}: Unexpected root "${root}", expected a folder beside the file. Correct the file.`);
  return { ...golden, pages: root !== undefined && file === join(dir, NAME) ? join(dir, root) : dir };
}

const isThere = (path: string, { size }: ReadEffects): Promise<boolean> =>
  size(path).then(
    () => true,
    () => false,
  );
