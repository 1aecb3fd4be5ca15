import { createHash } from 'node:crypto';
import type { FileToPack } from '#pack/write/pack-entries.ts';
import { packEntries } from '#pack/write/pack-entries.ts';
import { packHead, pageBody, pageFile } from './make-pack.ts';

/** Words that hardly repeat themselves, the same for the same name: nothing shrinks because it was made up. */
function words(name: string, count: number): string {
  const made: string[] = [];
  for (let at = 0; made.length < count; at++)
    for (const part of createHash('sha256').update(`${name} ${at}`).digest('hex').match(/.{6}/g) ?? []) made.push(part);
  return made.slice(0, count).join(' ');
}

/** A page of some 200 words. */
export const fileOfPage = (at: number, edition: string): FileToPack =>
  pageFile(pageBody(`page-${at}`, `${words(`${at}`, 200)} ${edition}`));

/** A release of pages. */
export const releaseOf = (release: number, files: readonly FileToPack[], id = 'test-pack') =>
  packEntries({ ...packHead, id, release, version: `2026.${release}` }, files);

export async function manifestOf(files: readonly FileToPack[]): Promise<Buffer> {
  const { entries } = await releaseOf(1, files);
  const found = entries.find(({ name }) => name.startsWith('targets/'));
  if (found === undefined) throw new TypeError('no manifest');
  return found.bytes;
}
