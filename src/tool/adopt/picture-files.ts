import { join } from 'node:path';
import { LIMITS } from '#domain/limits.ts';
import { checkPicture } from '#domain/picture/picture.ts';
import type { PictureType } from '#domain/picture/verdict.ts';
import { decodeText, type ReadEffects } from '#tool/lint/folder-reader.ts';
import { typeByName } from '#tool/lint/image-type.ts';
import { faultWords } from '#tool/lint/picture-faults.ts';
import { placer } from '#tool/lint/prose.ts';
import type { Notes } from './report.ts';

/** A picture that may be shown. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

const ENDS: Readonly<Record<PictureType, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
};

/** Reads pictures: those that may be shown by what they hold, whatever they are called; the others are said. */
export async function readPictures(
  dir: string,
  paths: readonly string[],
  notes: Notes,
  effects: ReadEffects,
): Promise<ReadonlyMap<string, PictureFile>> {
  const pictures = new Map<string, PictureFile>();
  for (const path of paths) {
    const refuse = (why: string): void => notes.add(path, 1, 'image', path, `left out: ${why}`);
    try {
      if ((await effects.size(join(dir, path))) > LIMITS.image) {
        refuse('it is larger than 10 MB');
        continue;
      }
      const bytes = await effects.read(join(dir, path));
      const {
        type,
        faults: [fault],
      } = checkPicture(bytes);
      if (type === null) refuse(otherType(bytes));
      else if (fault?.code === 'active') refuse(`it is active: ${fault.what} on line ${lineOf(bytes, fault.at)}`);
      else if (fault) refuse(`it cannot be drawn: ${faultWords(fault)}`);
      else pictures.set(path, { bytes, type });
    } catch {
      refuse('it cannot be read');
    }
  }
  return pictures;
}

const lineOf = (bytes: Uint8Array, at: number): number => placer(decodeText(bytes) ?? '')(at).line;

/** What a picture's name ends with in the pack: as it does, where that is true, else as its content asks. */
export function pictureEnd(path: string, type: PictureType): string {
  const end = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return typeByName(path) === type ? end : ENDS[type];
}

/** Whether the name says another type than the content. */
export const isMisnamed = (path: string, type: PictureType): boolean => typeByName(path) !== type;

const SIGNS: readonly (readonly [name: string, at: number, sign: string])[] = [
  ['AVIF', 4, 'ftypavif'],
  ['AVIF', 4, 'ftypavis'],
  ['HEIC', 4, 'ftypheic'],
  ['HEIC', 4, 'ftypmif1'],
  ['a film', 4, 'ftyp'],
  ['BMP', 0, 'BM'],
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['an icon file', 0, '\0\0\x01\0'],
  ['PDF', 0, '%PDF'],
  ['a compressed file', 0, '\x1f\x8b'],
  ['a Photoshop file', 0, '8BPS'],
  ['a pointer to a file kept elsewhere (Git LFS)', 0, 'version https://git-lfs'],
];

function otherType(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty';
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const [name] = SIGNS.find(([, at, sign]) => head.startsWith(sign, at)) ?? [];
  if (name !== undefined) return `it is ${name}: save it as PNG, JPEG, GIF, WebP or SVG`;
  return 'its content is not what its name says';
}
