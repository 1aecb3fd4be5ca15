import type { PackRule } from '../rule.ts';

export const imageCut: PackRule = {
  id: 'image-cut',
  level: 'warning',
  why: 'A part of the picture is missing, and readers see it end in grey or in nothing.',
  *checkPack({ source }) {
    for (const { file, cut } of source.images) {
      if (!cut) continue;
      const message = 'Unexpected end in the middle of the picture, expected all of it';
      yield { file, line: 1, column: 1, message, fix: 'Copy the picture again, all of it.' };
    }
  },
};
