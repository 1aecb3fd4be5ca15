import { CONTRASTS, LANGUAGES, READING_SIZES, type Settings, THEMES } from '#domain/settings.ts';

/** The look that an address asks for. */
export function lookOf(query: URLSearchParams): Pick<Settings, 'theme' | 'contrast' | 'language' | 'readingSize'> {
  const one = <T extends string | number>(key: string, values: readonly T[], usual: T): T =>
    values.find((value) => String(value) === query.get(key)) ?? usual;
  return {
    theme: one('theme', THEMES, 'system'),
    contrast: one('contrast', CONTRASTS, 'system'),
    language: one('language', LANGUAGES, 'en-GB'),
    readingSize: one('size', READING_SIZES, 1),
  };
}
