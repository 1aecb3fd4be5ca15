import type { PictureFault } from '../picture/verdict.ts';
import type { Say } from './words.ts';

/** Why a picture is words: its file, or what came of drawing it. */
export type NotShown = PictureFault | 'broken' | 'crowded';

/** What stands in place of a picture that is not drawn, with the words that it has; `alt` is '' where it has none. */
export function pictureWords(fault: NotShown, alt: string, say: Say): string {
  const why =
    fault === 'broken'
      ? say('picture.why.damaged')
      : fault === 'crowded'
        ? say('picture.why.crowded')
        : fault.code === 'large'
          ? say('picture.why.large', { width: fault.width, height: fault.height })
          : say(`picture.why.${fault.code}`);
  return alt === '' ? say('picture.refused.plain', { why }) : say('picture.refused', { why, alt });
}
