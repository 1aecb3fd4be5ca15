import { typeByName } from '../image-type.ts';
import type { PackRule } from '../rule.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

export const unusedImage: PackRule = {
  id: 'unused-image',
  level: 'warning',
  why: 'It makes the pack larger, and nobody sees it.',
  *checkPack({ source, pages }) {
    const shown = new Set(
      pages.flatMap(({ parsed }) => parsed.images.map(({ target }) => (target.kind === 'image' ? target.sha256 : ''))),
    );
    const named = new Set(pages.flatMap(({ parsed }) => parsed.images.map(({ src }) => nameOf(decoded(src)))));
    for (const { file, sha256, type } of source.images) {
      // One of a wrong type has its own finding.
      if (type === null || type !== typeByName(file)) continue;
      // The same picture under two names: the one that pages name is shown.
      if (
        shown.has(sha256) &&
        (named.has(nameOf(file)) || !source.images.some((one) => one.sha256 === sha256 && named.has(nameOf(one.file))))
      )
        continue;
      const message = 'Unexpected picture that no page shows, expected pictures that pages show';
      yield { file, line: 1, column: 1, message, fix: 'Show it on a page or remove the file.' };
    }
  },
};
