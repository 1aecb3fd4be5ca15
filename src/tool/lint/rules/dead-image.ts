import { placeOf, short } from '../prose.ts';
import type { LintedPack, PageRule } from '../rule.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const plain = (name: string): string => name.normalize('NFC').toLowerCase();

/** A file of another case or kind of letters, which some systems find and others do not. */
function nearFile(src: string, images: LintedPack['source']['images']): string | undefined {
  let name = nameOf(src.split(/[?#]/, 1)[0] ?? '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // What spells no text stays as it is.
  }
  return images.find(({ file }) => nameOf(file) !== name && plain(nameOf(file)) === plain(name))?.file;
}

export const deadImage: PageRule = {
  id: 'dead-image',
  level: 'error',
  why: 'The picture is not in the pack, and the app fetches nothing from outside.',
  *checkPage({ parsed }, { source }) {
    for (const image of parsed.images) {
      if (image.target.kind === 'image') continue;
      const near = nearFile(image.src, source.images);
      if (near !== undefined) {
        const message = `Unexpected picture "${short(image.src)}", expected the name as the file has it: ${near}`;
        yield { ...placeOf(image), message, fix: 'Write the same capitals as the file has, or rename the file.' };
        continue;
      }
      const message = `Unexpected picture "${short(image.src)}", expected a PNG, JPEG, GIF, WebP or SVG file in images`;
      yield { ...placeOf(image), message, fix: 'Put the file into images and write its path from this page.' };
    }
  },
};
