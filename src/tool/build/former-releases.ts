import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { madeOnce } from '#domain/made-once.ts';
import { openPack } from '#pack/read/open-pack.ts';

/** A pack file as its manifest names it. */
export interface FormerRelease {
  readonly file: string;
  readonly release: number;
  readonly version: string;
  /** SHA-256 of its manifest. */
  readonly hash: string;
}

/** More files of one pack in a folder are not looked at. */
const MOST = 200;

/** The releases of a pack that lie in a folder. What cannot be read is passed over: it is nobody's release. */
export async function formerReleases(out: string, id: string): Promise<readonly FormerRelease[]> {
  const names = await readdir(out).catch((): string[] => []);
  const wanted = names.filter((name) => name.startsWith(`${id}-`) && name.endsWith('.satchel')).sort();
  const found: FormerRelease[] = [];
  for (const name of wanted.slice(0, MOST)) {
    const file = join(out, name);
    const opened = await openPack(file).catch(() => null);
    if (!opened?.ok) continue;
    const { manifest, hash } = opened.value;
    await opened.value.close();
    if (manifest.id === id) found.push({ file, release: manifest.release, version: manifest.version, hash });
  }
  return found;
}

const inOrder = madeOnce(() => new Intl.Collator('en', { numeric: true }));

/** What an editor should know of a new release beside those that were there: one sentence each. */
export function releaseWarnings(
  made: Omit<FormerRelease, 'file'>,
  former: readonly FormerRelease[],
): readonly string[] {
  return former.flatMap(({ file, release, version, hash }) => {
    if (release === made.release && hash !== made.hash) {
      return [
        `${file} was release ${release} with another content. Raise "release" in pack.yaml: who has that one would never get this one.`,
      ];
    }
    if (release > made.release) {
      return [
        `${file} is release ${release}, and this is release ${made.release}: who has that one will not get this one.`,
      ];
    }
    if (release < made.release && inOrder().compare(made.version, version) < 0) {
      return [
        `Version ${made.version} of release ${made.release} is lower than version ${version} of release ${release} (${file}).`,
      ];
    }
    return [];
  });
}
