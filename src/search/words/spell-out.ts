import type { Run } from '../results.ts';

/** What letter words stand for; `undefined` for other words. */
export type StandsFor = (letters: string) => (Pick<Run, 'meaningFrom'> & { readonly meaning: string }) | undefined;

/** A passage of two lines bears no more brackets. */
const MOST = 2;
/** Words of two capitals or more; those of several may end in a small s. */
const LETTERS = /(?<![\p{L}\p{N}])(\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*?)s?(?![\p{L}\p{N}])/gu;

/** The runs of a passage with the meaning beside the first place of a letter word that the passage does not explain. */
export function spellOut(runs: readonly Run[], standsFor: StandsFor): readonly Run[] {
  const passage = plain(runs.map(({ text }) => text).join(''));
  const told = new Set<string>();
  return runs.flatMap((run): readonly Run[] => {
    const out: Run[] = [];
    let from = 0;
    for (const { 0: word, 1: letters = '', index } of run.text.matchAll(LETTERS)) {
      const known = told.size < MOST && !told.has(letters) ? (standsFor(letters) ?? standsFor(word)) : undefined;
      if (known === undefined || passage.includes(plain(known.meaning))) continue;
      told.add(letters);
      const end = index + word.length;
      if (index > from) out.push({ ...run, text: run.text.slice(from, index) });
      out.push({ ...run, text: run.text.slice(index, end), ...known });
      from = end;
    }
    if (from === 0) return [run];
    return from < run.text.length ? [...out, { ...run, text: run.text.slice(from) }] : out;
  });
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ');
