import { lineOfKey } from '../fault.ts';
import { short } from '../prose.ts';
import type { PackRule } from '../rule.ts';

export const duplicateTitle: PackRule = {
  id: 'duplicate-title',
  level: 'warning',
  why: 'Two pages with one title cannot be told apart in a list.',
  *checkPack({ pages }) {
    const first = new Map<string, string>();
    for (const { meta, source } of pages) {
      // One that its text begins with stands in until there is one; that it is missing is said elsewhere.
      if (source.meta.title === null) continue;
      const title = `${meta.lang ?? ''} ${meta.title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}`;
      const other = first.get(title);
      if (other === undefined) {
        first.set(title, source.file);
        continue;
      }
      const message = `Unexpected title "${short(meta.title)}", which ${other} has too, expected a title of its own`;
      const line = lineOfKey(source.text, 'title');
      yield { file: source.file, line, column: 1, message, fix: 'Say in the title what this page adds.' };
    }
  },
};
