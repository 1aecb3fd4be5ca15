import type { Finding } from './lint/finding.ts';
import type { Terminal } from './terminal.ts';

export const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ level }) => level === 'error').length;

/** `1 page`, `2 pages`. */
export const countWords = (count: number, word: string): string =>
  `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;

/** One line a finding, as editors and terminals can follow it: `file:line:column`. */
function findingLine({ file, line, column, level, rule, message, fix }: Finding): string {
  return `${file}:${line}:${column} ${level} ${rule}: ${message}. ${fix}`;
}

/** Prints every error, and so many of the warnings. */
export function listFindings(
  findings: readonly Finding[],
  terminal: Terminal,
  most: { readonly warnings: number } = { warnings: Number.POSITIVE_INFINITY },
): void {
  let left = most.warnings;
  let silent = 0;
  for (const finding of findings) {
    if (finding.level === 'warning' && left === 0) silent += 1;
    else terminal.line(findingLine(finding));
    if (finding.level === 'warning' && left > 0) left -= 1;
  }
  if (silent > 0) terminal.line(`${countWords(silent, 'more warning')}: satchel lint shows them all.`);
}
