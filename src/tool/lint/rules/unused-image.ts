import { typeByName } from '../image-type.ts';
import type { PackRule } from '../rule.ts';

export const unusedImage: PackRule = {
  id: 'unused-image',
  level: 'warning',
  why: 'It makes the pack larger, and nobody sees it.',
  *checkPack({ source, pages }) {
    const shown = new Set(
      pages.flatMap(({ parsed }) => parsed.images.map(({ target }) => (target.kind === 'image' ? target.sha256 : ''))),
    );
    for (const { file, sha256, type } of source.images) {
      // One of a wrong type has its own finding.
      if (shown.has(sha256) || type === null || type !== typeByName(file)) continue;
      const message = 'Unexpected picture that no page shows, expected pictures that pages show';
      yield { file, line: 1, column: 1, message, fix: 'Show it on a page or remove the file.' };
    }
  },
};
