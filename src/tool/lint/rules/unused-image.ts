import type { PackRule } from '../rule.ts';

export const unusedImage: PackRule = {
  id: 'unused-image',
  level: 'warning',
  why: 'It makes the pack larger, and nobody sees it.',
  *checkPack({ source, pages }) {
    const shown = new Set(
      pages.flatMap(({ parsed }) => parsed.images.map(({ target }) => (target.kind === 'image' ? target.sha256 : ''))),
    );
    for (const { file, sha256 } of source.images) {
      if (shown.has(sha256)) continue;
      const message = 'Unexpected picture that no page shows, expected pictures that pages show';
      yield { file, line: 1, column: 1, message, fix: 'Show it on a page or remove the file.' };
    }
  },
};
