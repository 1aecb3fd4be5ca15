import { wordsIn } from '../mdast-words.ts';
import { nodesOf, placeOf } from '../prose.ts';
import type { PageRule } from '../rule.ts';

export const openTask: PageRule = {
  id: 'open-task',
  level: 'warning',
  why: 'Readers cannot tick it: the brackets are shown as they are.',
  *checkPage(page) {
    for (const item of nodesOf(page, 'listItem')) {
      if (typeof item.checked === 'boolean') continue;
      const [first] = item.children;
      if (first?.type !== 'paragraph' || !/^(?:\[\]|\[ {2,}\]|\[[xX ]\](?=\S)|\[[✓✔-]\])/.test(wordsIn(first)))
        continue;
      const message = 'Unexpected brackets at the beginning of an item, expected "- [ ] " for a box to tick';
      yield { ...placeOf(item), message, fix: 'Write [ ] with one space in it and one after it.' };
    }
  },
};
