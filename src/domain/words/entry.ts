/** What a catalogue keeps of one message: its text, and a sentence for whoever translates it. */
interface Entry {
  readonly text: string;
  readonly note?: string;
}

/**
 * The texts of a catalogue. What is bundled has each entry as its text already (`scripts/runtime/words-plugin.mjs`), so
 * that the sentences for translators do not travel; what Node reads by itself has the entries as they are written.
 */
export function textsOf<Key extends string>(
  catalogue: Readonly<Record<Key, Entry | string>>,
): Readonly<Record<Key, string>> {
  const texts: Partial<Record<Key, string>> = {};
  for (const key in catalogue) {
    const entry = catalogue[key];
    texts[key] = typeof entry === 'string' ? entry : entry.text;
  }
  return texts as Record<Key, string>;
}
