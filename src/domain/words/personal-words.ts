import type { Finding } from '../personal-data/finding.ts';
import type { Say } from './words.ts';

/** One sentence for each kind of thing that was found, in the order in which they stand in the text. */
export const personalWords = (findings: readonly Finding[], say: Say): readonly string[] =>
  [...new Set(findings.map(({ kind }) => kind))].map((kind) => say(`personal.${kind}`));
