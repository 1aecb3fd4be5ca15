import { placeOf, short } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const missingAlt: PageRule = {
  id: 'missing-alt',
  level: 'error',
  why: 'Who cannot see the picture gets nothing of it.',
  *checkPage({ parsed, source }) {
    for (const image of parsed.images) {
      if (image.alt.trim() !== '' || isDecoration(source.text, image)) continue;
      const message = `Unexpected picture without words (${short(image.src)}), expected what it shows, in words`;
      yield { ...placeOf(image), message, fix: 'Write what it shows between ![ and ].' };
    }
  },
};

/** In HTML, `alt=""` is how an author says that a picture means nothing. */
function isDecoration(text: string, image: Parameters<typeof placeOf>[0]): boolean {
  const { start, end } = image.position ?? {};
  return /\salt\s*=\s*(?:""|'')/.test(text.slice(start?.offset ?? 0, end?.offset ?? 0));
}
