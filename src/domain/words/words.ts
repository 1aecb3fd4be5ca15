import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';
import { lengthen } from './lengthen.ts';

// Only languages that we have words in are ever asked for. To look one up among all of the system's takes 12 ms.
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale(String(locales));

/** Every message has a key like `search.results`; its text is ICU MessageFormat, so a language brings its own plurals. */
export type WordKey = keyof typeof en;
export type WordValues = Readonly<Record<string, string | number | Date>>;
/** One language's messages. The catalogue of another language must have every key. */
type Catalogue = Readonly<Record<WordKey, string>>;

/** Turns a key and its values into text of one language. */
export type Say = (key: WordKey, values?: WordValues) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { 'en-GB': en };

/** Whether a message is its own text. Most are. */
export const isPlain = (message: string): boolean => !/[{}']/.test(message);

/** A speaker for a language (BCP 47). `en-XA` is the long English of the screen tests. Unknown languages speak English. */
export function sayIn(language: string): Say {
  const catalogue = catalogues[language] ?? en;
  const locale = language === 'en-XA' || !(language in catalogues) ? 'en-GB' : language;
  const made = new Map<WordKey, IntlMessageFormat>();
  const format = (key: WordKey, values: WordValues | undefined): string => {
    let message = made.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    return String(message.format({ ...values }));
  };
  return (key, values) => {
    const text = isPlain(catalogue[key]) ? catalogue[key] : format(key, values);
    return language === 'en-XA' ? lengthen(text) : text;
  };
}
