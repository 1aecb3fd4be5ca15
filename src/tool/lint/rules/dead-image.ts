import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const deadImage: PageRule = {
  id: 'dead-image',
  level: 'error',
  why: 'The picture is not in the pack, and the app fetches nothing from outside.',
  *checkPage({ parsed }) {
    for (const image of parsed.images) {
      if (image.target.kind === 'image') continue;
      const message = `Unexpected picture "${short(image.src)}", expected a PNG, JPEG, GIF, WebP or SVG file in images`;
      yield { ...placeOf(image), message, fix: 'Put the file into images and write its path from this page.' };
    }
  },
};
