import type { Entry, ZipFile } from 'yauzl';
import type { FileWindow } from './file-window.ts';
import { HazardWatch } from './hazards.ts';
import { ArchiveRefused, refuseArchive } from './refusal.ts';
import type { ArchiveRules } from './rules.ts';

export interface Listed {
  readonly name: string;
  readonly zip: Entry;
}

/** Bytes of an entry in the directory, beside its name and what is said of it. */
const HEADER = 46;
const SIGNATURE = 0x02014b50;

/** The entries of the directory; every name, size and flag is checked before a byte of content is read. */
export async function readDirectory(zip: ZipFile, window: FileWindow, rules: ArchiveRules): Promise<readonly Listed[]> {
  const { limits } = rules;
  if (zip.entryCount > limits.entries) refuseArchive({ why: 'unsafe', reason: 'too-many-entries' });
  const found: Listed[] = [];
  const watch = new HazardWatch(rules);
  let directory = 0;
  let expanded = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      directory += HEADER + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (directory > limits.directory) refuseArchive({ why: 'too-large', limit: limits.directory });
      const looked = watch.look(entry);
      if ('hazard' in looked) return refuseArchive({ why: 'unsafe', reason: looked.hazard });
      expanded += entry.uncompressedSize;
      if (expanded > limits.expanded) refuseArchive({ why: 'too-large', limit: limits.expanded });
      found.push({ name: looked.name, zip: entry });
    }
    if (await goesOn(zip, window)) throw new RangeError('more entries than the directory says');
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    // Strong encryption ends the reading itself.
    if (error instanceof Error && error.message.includes('encryption')) {
      refuseArchive({ why: 'unsafe', reason: 'encrypted' });
    }
    refuseArchive({ why: 'directory', names: namesOf(found) });
  }
  if (watch.overlaps) refuseArchive({ why: 'overlap', names: namesOf(found) });
  return found;
}

const namesOf = (found: readonly Listed[]): readonly string[] => found.map(({ name }) => name);

/** Whether entries follow that the directory does not count: other programs would show them. */
async function goesOn(zip: ZipFile, window: FileWindow): Promise<boolean> {
  // A number, whatever its type says.
  const end = Number(zip.readEntryCursor);
  return (await window.bytes(end, 4)).readUInt32LE() === SIGNATURE;
}
