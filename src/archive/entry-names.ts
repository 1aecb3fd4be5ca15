import { type Entry, getFileNameLowLevel } from 'yauzl';
import type { ArchiveRules } from './rules.ts';

/** The Unicode Path field of Info-ZIP gives an entry a second name, which other programs would use. */
const UNICODE_PATH = 0x7075;
/** The flag of an entry that says its name is UTF-8. */
const UTF8 = 0x800;

/** The name of an entry, and those that other programs would read. */
export function entryNames(entry: Entry, { names, oldLetters }: ArchiveRules): readonly [string, ...string[]] {
  // Old Windows programs write the strokes of their own paths.
  const slashed = (name: string): string => (names.includes('backslash') ? name.replaceAll('\\', '/') : name);
  const others = entry.extraFields.filter(({ id }) => id === UNICODE_PATH);
  return [
    slashed(oldLetters ? inOldLetters(entry) : entry.fileNameRaw.toString('utf8')),
    ...others.map(({ data }) => slashed(data.subarray(5).toString('utf8'))),
  ];
}

/** UTF-8 where the entry says so or where it is, else the letters of old. */
function inOldLetters({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const text = fileNameRaw.toString('utf8');
  const isUtf8 = (generalPurposeBitFlag & UTF8) !== 0 || !text.includes('\ufffd');
  return isUtf8 ? text : getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}
