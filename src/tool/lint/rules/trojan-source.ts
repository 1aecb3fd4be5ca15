import { withoutInvisible } from '#markdown/invisible.ts';
import type { PageRule } from '../rule.ts';

export const trojanSource: PageRule = {
  id: 'trojan-source',
  level: 'error',
  why: 'Characters that nobody sees can turn words round or hide them from a reviewer.',
  *checkPage({ source }) {
    if (withoutInvisible(source.text).found.length === 0) return;
    const lines = source.text.split(/\r\n|\r|\n/);
    for (const [index, text] of lines.entries()) {
      const { text: visible, found } = withoutInvisible(text);
      const [first] = found;
      if (first === undefined) continue;
      let column = 0;
      while (column < visible.length && visible[column] === text[column]) column += 1;
      const message = `Unexpected invisible character ${first}, expected text that can be seen`;
      yield { line: index + 1, column: column + 1, message, fix: 'Type the line again without it.' };
    }
  },
};
