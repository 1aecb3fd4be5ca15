import type { PackRule } from '../rule.ts';
import { activeParts } from '../svg.ts';

export const svgActive: PackRule = {
  id: 'svg-active',
  level: 'error',
  fixed: true,
  why: 'A picture that can run, fetch or hide things is not a picture.',
  *checkPack({ source }) {
    for (const { file, type, bytes } of source.images) {
      if (type !== 'image/svg+xml') continue;
      for (const { line, column, what } of activeParts(bytes)) {
        const message = `Unexpected ${what}, expected shapes and text only`;
        yield { file, line, column, message, fix: 'Save it again as a plain SVG, or as a PNG.' };
      }
    }
  },
};
