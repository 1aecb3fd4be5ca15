import { safeFileName } from '#domain/bundle/file-name.ts';
import { LIMITS } from '#domain/limits.ts';
import { NOTE_PICTURES } from '#store/notes/note-files.ts';
import { type CheckPicture, checkApart } from '#store/notes/picture-check.ts';

export interface Picture {
  /** Without folders; its end says what it is now. */
  readonly name: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why a file is no picture of a note. */
export type PictureRefusal = 'svg' | 'kind' | 'large' | 'damaged' | 'pixels';

/** CSS pixels of the longer side; more says nothing more on a screen or on paper. */
const LONGEST_SIDE = 2_000;
/** Bytes before it is made smaller: no camera makes more. */
const LARGEST_FILE = 64 * 1024 * 1024;
const QUALITY = 0.9;

interface Effects {
  readonly check: CheckPicture;
  readonly decode: (file: Blob) => Promise<ImageBitmap>;
  readonly resize: (picture: ImageBitmap, width: number, height: number) => Promise<ImageBitmap>;
  readonly encode: (picture: ImageBitmap, type: Picture['type']) => Promise<Blob>;
  readonly isSeeThrough: (picture: ImageBitmap) => boolean;
}

const inWindow: Effects = {
  check: checkApart,
  decode: (file) => createImageBitmap(file),
  resize: (picture, width, height) =>
    createImageBitmap(picture, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' }),
  encode: (picture, type) => drawn(picture).canvas.convertToBlob({ type, quality: QUALITY }),
  isSeeThrough: (picture) => {
    const { data } = drawn(picture).getImageData(0, 0, picture.width, picture.height);
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
    return false;
  },
};

function drawn(picture: ImageBitmap): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(picture, 0, 0);
  return context;
}

/** Drawn anew: the place and the camera that a photograph names go, and so does whatever else a file can hide. */
export async function readPicture(file: File, effects: Effects = inWindow): Promise<Picture | PictureRefusal> {
  if (file.type === 'image/svg+xml' || /\.svgz?$/i.test(file.name)) return 'svg';
  if (file.size > LARGEST_FILE) return 'large';
  const { type: kind, faults } = await effects.check(new Uint8Array(await file.arrayBuffer()));
  const isOurs = (type: string | null): boolean => NOTE_PICTURES.some((one) => one === type);
  // What calls itself a picture and is none is broken.
  if (!isOurs(kind)) return kind === null && isOurs(file.type) ? 'damaged' : 'kind';
  const [fault] = faults;
  // Before anything is made from its pixels.
  if (fault) return fault.code === 'damaged' ? 'damaged' : 'pixels';
  let picture: ImageBitmap;
  try {
    picture = await effects.decode(file);
  } catch {
    return 'damaged';
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  if (scale < 1) {
    const side = (length: number): number => Math.max(1, Math.round(length * scale));
    picture = await effects.resize(picture, side(picture.width), side(picture.height));
  }
  const isPhoto = kind === 'image/jpeg' || (kind === 'image/webp' && !effects.isSeeThrough(picture));
  const type = isPhoto ? 'image/jpeg' : 'image/png';
  const blob = await effects.encode(picture, type);
  if (blob.size > LIMITS.noteFile) return 'large';
  const stem = safeFileName(file.name).replace(/\.[^.]*$/, '');
  return {
    name: `${stem}.${isPhoto ? 'jpg' : 'png'}`,
    type,
    bytes: new Uint8Array(await blob.arrayBuffer()),
  };
}

/** The files that a person means as pictures, also those of a kind that is refused. */
export const picturesOf = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ type }) => type.startsWith('image/'));
