import { IntlMessageFormat } from 'intl-messageformat';
import { formatLocale } from '../format-locale.ts';
import { en } from './en.ts';
import { type Catalogue, OTHER_LANGUAGES } from './other-languages.ts';

// Only languages that we have words in are ever asked for. To look one up among all of the system's takes 12 ms.
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale(String(locales));

/** Every message has a key like `search.results`; its text is ICU MessageFormat, so a language brings its own plurals. */
export type WordKey = keyof typeof en;
export type WordValues = Readonly<Record<string, string | number | Date>>;

/** Turns a key and its values into text of one language. */
export type Say = (key: WordKey, values?: WordValues) => string;

const ENGLISH = 'en-GB';

const loaded = new Map<string, Catalogue>([[ENGLISH, en]]);

/**
 * Makes a language ready to be spoken; whoever starts with one or changes to it waits for this once. English is always
 * ready. A language whose words cannot be loaded is no reason to say nothing: it is said in English.
 */
export async function loadWords(
  language: string,
  others: Readonly<Record<string, () => Promise<Catalogue>>> = OTHER_LANGUAGES,
): Promise<void> {
  if (loaded.has(language)) return;
  const catalogue = await others[language]?.().catch(() => null);
  if (catalogue) loaded.set(language, catalogue);
}

/** Every language that can be spoken now; English is the first. */
export const loadedLanguages = (): readonly string[] => [...loaded.keys()];

/** Whether a message is its own text. Most are. */
export const isPlain = (message: string): boolean => !/[{}']/.test(message);

/** A speaker for a language (BCP 47) that is loaded. What is not there in that language is said in English. */
export function sayIn(language: string): Say {
  const catalogue = loaded.get(language) ?? en;
  const locale = catalogue === en ? ENGLISH : formatLocale(language);
  const made = new Map<WordKey, IntlMessageFormat>();
  const format = (key: WordKey, text: string, values: WordValues | undefined): string => {
    let message = made.get(key);
    if (!message) {
      const its = key in catalogue ? locale : ENGLISH;
      message = new IntlMessageFormat(text, its, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    return String(message.format({ ...values }));
  };
  return (key, values) => {
    const text = catalogue[key] ?? en[key];
    return isPlain(text) ? text : format(key, text, values);
  };
}
