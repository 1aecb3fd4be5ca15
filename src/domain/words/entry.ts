/** What a catalogue keeps of one message: its text, and a sentence for whoever translates it. */
interface Entry {
  readonly text: string;
  readonly note?: string;
}

type Catalogue = Readonly<Record<string, Entry | string>>;
type KeyIn<C> = C extends Catalogue ? keyof C & string : never;

/**
 * The texts of catalogues, one after another. What is bundled has each entry as its text already
 * (`scripts/runtime/words-plugin.mjs`), so that the sentences for translators do not travel; what Node reads by itself
 * has the entries as they are written. One by one, because spread into one object they take a start 6 ms.
 */
export function textsOf<C extends readonly Catalogue[]>(...catalogues: C): Readonly<Record<KeyIn<C[number]>, string>> {
  const texts: Record<string, string> = {};
  for (const catalogue of catalogues) {
    for (const key in catalogue) {
      const entry: Entry | string = catalogue[key] ?? '';
      texts[key] = typeof entry === 'string' ? entry : entry.text;
    }
  }
  return texts as Record<KeyIn<C[number]>, string>;
}
