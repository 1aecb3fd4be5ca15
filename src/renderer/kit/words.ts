import { type Say, sayIn } from '#domain/words/words.ts';
import { useSettings } from './settings.ts';

const speakers = new Map<string, Say>();

/** Speaks the language of the settings. The same function for the same language, so it is safe among dependencies. */
export function useSay(): Say {
  const { language } = useSettings();
  let say = speakers.get(language);
  if (!say) {
    say = sayIn(language);
    speakers.set(language, say);
  }
  return say;
}
