import type { PictureType } from '#domain/picture/verdict.ts';

const EXTENSIONS: Readonly<Record<string, PictureType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The type that a file's name promises. */
export function typeByName(file: string): PictureType | null {
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS[extension] ?? null;
}
