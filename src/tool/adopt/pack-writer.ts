import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readRegular } from '#pack/regular-file.ts';
import { writeWhole } from '#pack/write-whole.ts';
import { Failure, writeFailure } from '#tool/failure.ts';
import { codeRanges, insideOf } from './code-ranges.ts';

/** Where an adopted pack is written. */
export interface PackWriter {
  /** A file of the pack folder, with `/`; folders are made. */
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
}

/** First line of the pack.yaml of an adopted pack: only such a folder is written over. */
export const ADOPTED = '# Made by satchel adopt. Adopting the folder again writes this folder anew.';

/**
 * Opens a folder for an adopted pack. One that is there must be empty or hold an adopted pack, whose pages and
 * pictures are removed first.
 * @throws Failure when the folder holds something else, or the disk refuses
 */
export async function openPackWriter(out: string): Promise<PackWriter> {
  try {
    await mkdir(out, { recursive: true });
    const names = await readdir(out);
    const settings = names.includes('pack.yaml') ? (await readRegular(join(out, 'pack.yaml'))).toString('utf8') : '';
    if (names.length > 0 && !settings.startsWith(ADOPTED)) {
      throw new Failure(`${out} holds something else. Name an empty folder, or one that satchel adopt made.`);
    }
    for (const name of ['pages', 'images']) await rm(join(out, name), { recursive: true, force: true });
  } catch (error) {
    throw writeFailure(error, out);
  }
  return {
    write: async (file, content) => {
      const path = join(out, file);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, content);
      } catch (error) {
        throw writeFailure(error, path);
      }
    },
  };
}

/** A page as a file: front matter in the order given, then the body. */
export function pageFile(front: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${yaml(front)}---\n\n${tidy(body)}\n`;
}

/** No more than one empty line between blocks, code left alone. */
function tidy(body: string): string {
  const inCode = insideOf(codeRanges(body));
  const plain = body.replace(/\n{3,}/g, (lines, at: number) => (inCode(at + 1) ? lines : '\n\n'));
  return plain.replace(/^\n+/, '').trimEnd();
}

export const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
