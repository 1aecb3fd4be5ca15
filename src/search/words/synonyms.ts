// Words that British and American public services use for one thing. Packs come from both: a question in the one should
// find an answer in the other. Only words whose other senses hardly occur in guidance; more belongs into glossaries.
const SETS: readonly string[] = [
  'supplier vendor contractor',
  'procurement acquisition purchasing',
  'tender solicitation',
  'staff personnel employee',
  'outage downtime',
  'postmortem retrospective',
  'pay compensation remuneration',
  'holiday vacation',
  'solicitor attorney',
  'bespoke custom',
];

const byWord = new Map(
  SETS.flatMap((set) => {
    const words = set.split(' ');
    return words.map((word) => [word, words.filter((other) => other !== word)] as const);
  }),
);

/** Other words for it, as the analyser gives words; none for most. */
export const synonymsOf = (word: string): readonly string[] =>
  byWord.get(word) ?? byWord.get(word.replace(/s$/, '')) ?? [];
