import { sharedItems } from './hostile-strings.ts';

/** A document that is built to cost more than a page may. */
export interface CostlyDocument {
  readonly name: string;
  readonly text: string;
  /** It can be shown by nobody: too long, or nested too deep. */
  readonly never?: true;
}

const OWN: readonly CostlyDocument[] = [
  { name: 'own quotes in quotes', text: `${'> '.repeat(50_000)}a`, never: true },
  { name: 'own lists in lists', text: Array.from({ length: 150 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n') },
  { name: 'own emphasis', text: `${'*a **a '.repeat(40_000)}b${' a** a*'.repeat(40_000)}`, never: true },
  { name: 'own brackets', text: '[a'.repeat(60_000), never: true },
  { name: 'own backticks', text: Array.from({ length: 900 }, (_, at) => `e${'`'.repeat(at)}`).join('') },
  { name: 'own long text', text: 'Words and words. '.repeat(40_000), never: true },
  { name: 'own long line', text: 'word '.repeat(80_000) },
  { name: 'own deep HTML', text: `${'<div><b>'.repeat(3_000)}in${'</b></div>'.repeat(3_000)}`, never: true },
  { name: 'own formatting that does not end', text: '<b><i>a</b> '.repeat(8_000) },
  { name: 'own boxes in boxes', text: `${':::note\n'.repeat(200)}in\n${':::\n'.repeat(200)}`, never: true },
  { name: 'own wide table', text: `${'| a '.repeat(3_000)}|\n${'|---'.repeat(3_000)}|\n${'| b '.repeat(3_000)}|` },
  { name: 'own long table', text: `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(4_000)}` },
  { name: 'own one reference often', text: `[a]: https://example.org/ "t"\n\n${'[a] '.repeat(40_000)}` },
  { name: 'own many headings', text: '## Same\n\nWords.\n\n'.repeat(1_500) },
  { name: 'own entities', text: '&nbsp;&#x41;&amp;&nosuch; '.repeat(2_000) },
  { name: 'own comments', text: '<!-- <!-- '.repeat(20_000) },
  { name: 'own many notes', text: Array.from({ length: 4_000 }, (_, at) => `a[^${at}]\n\n[^${at}]: b\n`).join('\n') },
];

/** Our own, and those beside the project. */
export const costlyDocuments = (): readonly CostlyDocument[] => [
  ...OWN,
  ...sharedItems('spec/pathological.json').map(({ name, parts }) => ({
    name: String(name),
    text: (parts as readonly (readonly [string, number])[]).map(([text, times]) => text.repeat(times)).join(''),
  })),
];
