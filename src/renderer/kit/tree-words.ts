import { type NotShown, pictureWords } from '#domain/words/picture-words.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSay } from './words.ts';

/** What stands for the pictures and links of a tree that cannot be shown; `dead` is said of a link to nowhere. */
export function useTreeWords(dead: WordKey = 'reader.dead') {
  const say = useSay();
  return {
    dead: (address: string | undefined): string =>
      address === undefined ? say(dead) : say('reader.dead.address', { address }),
    missing: (alt: string, why: NotShown | null = null): string => {
      if (why !== null) return pictureWords(why, alt, say);
      return alt === '' ? say('reader.image.missing.plain') : say('reader.image.missing', { alt });
    },
  };
}
