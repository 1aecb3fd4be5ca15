import type { Explanation, Occurrence, WordPart } from '#search/explain.ts';

/** The parts of a score as lines: the sum, then each word of the query with how it was read and where it stands. */
export function scoreLines({ words, bonus, beside, score }: Explanation): readonly string[] {
  const sum = (part: 'own' | 'page'): number => words.reduce((all, word) => all + word[part], 0);
  const parts: readonly (readonly [name: string, value: number])[] = [
    ['words', sum('own')],
    ['page', sum('page')],
    ...(bonus
      ? ([
          ['pairs', bonus.pairs],
          ['heading', bonus.heading],
          ['covered', bonus.covered],
          ['precise', bonus.precise],
        ] as const)
      : []),
  ];
  return [
    `${figure(score)} = ${parts.map(([name, value]) => `${name} ${figure(value)}`).join(' + ')}`,
    ...words.map(wordLine),
    ...(beside.length > 0 ? [`side by side: ${beside.map((pair) => pair.join(' ')).join(', ')}`] : []),
    ...(bonus ? [] : ['not among the best, which are looked at again']),
  ];
}

function wordLine({ word, rarity, weight, found, own, page }: WordPart): string {
  const value = `${figure(own)} + ${figure(page)} of its page`;
  const about = `rarity ${figure(rarity)}${weight === 1 ? '' : `, weight ${weight}`}`;
  const where =
    found.length > 0 ? found.map(occurrenceWords).join('; ') : page > 0 ? 'elsewhere on its page' : 'not there';
  return `${word}: ${value} (${about}): ${where}`;
}

function occurrenceWords({ readAs, written, heading, surroundings, text }: Occurrence): string {
  const places = [
    ...(heading > 0 ? [`${heading} in the heading`] : []),
    ...(surroundings > 0 ? [`${surroundings} around it`] : []),
    ...(text > 0 ? [`${text} in the text`] : []),
  ];
  return `${READ[readAs]} "${written}", ${places.join(', ')}`;
}

const READ: Readonly<Record<Occurrence['readAs'], string>> = {
  exact: 'exact:',
  beginning: 'beginning of',
  meaning: 'in other words',
  misspelt: 'misspelt as',
};

const figure = (value: number): string => value.toFixed(3);
