import { blockDialect, gap } from '../blocks.ts';

const ABBREVIATION = /^\*\[([^\]\n]{1,80})\]:\s*(.*)$/;

/** `*[ABBR]: what it means` (kramdown, Govspeak, MkDocs): the explanations become a list where they stand. */
export const abbreviations = blockDialect('abbreviation', (lines, index, context) => {
  const line = lines[index];
  const found = ABBREVIATION.exec(line?.text ?? '');
  if (!line || !found) return null;
  context.note(line.at, line.text, 'made an item of a list');
  const [, term = '', meaning = ''] = found;
  const follows = ABBREVIATION.test(lines[index - 1]?.text ?? '');
  return {
    lines: [...(follows ? [] : [gap(line.at)]), { text: `- **${term}**: ${meaning}`, at: line.at }],
    next: index + 1,
  };
});
