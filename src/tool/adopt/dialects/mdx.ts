import { blockDialect } from '../blocks.ts';

const STATEMENT =
  /^(?:import\s+(?:[\w*{][^;\n]*\s+from\s+)?["'][^"'\n]+["'];?|export\s+(?:const|default|function|let)\b.*)\s*$/;

/** Lines of JavaScript in MDX pages. */
export const mdx = blockDialect('mdx', (lines, index, context) => {
  const line = lines[index];
  if (!line || !STATEMENT.test(line.text)) return null;
  const before = lines[index - 1]?.text.trim() ?? '';
  if (before !== '' && !STATEMENT.test(before)) return null;
  context.note(line.at, line.text, 'left out: a line of JavaScript');
  return { lines: [], next: index + 1 };
});
