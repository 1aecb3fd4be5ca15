import type { Settings } from '../settings.ts';
import type { en } from './en.ts';

/** One language's messages. What it leaves out is said in English. */
export type Catalogue = Readonly<Partial<Record<keyof typeof en, string>>>;

/** How each language but English is loaded when it is chosen. `en-XA` is the long English of the screen tests. */
export const OTHER_LANGUAGES: Readonly<Record<Exclude<Settings['language'], 'en-GB'>, () => Promise<Catalogue>>> = {
  'en-XA': async () => (await import('./long-english.ts')).longEnglish,
};
