import { stringify } from 'yaml';
import { codeRanges, insideOf } from './code-ranges.ts';

/** A page as a file: front matter in the order given, then the body. */
export function pageFile(front: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${yaml(front)}---\n\n${tidy(body)}\n`;
}

/** No more than one empty line between blocks, code left alone. */
function tidy(body: string): string {
  const inCode = insideOf(codeRanges(body));
  const plain = body.replace(/\n{3,}/g, (lines, at: number) => (inCode(at + 1) ? lines : '\n\n'));
  return plain.replace(/^\n+/, '').trimEnd();
}

export const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
