import { isStage, type Stage } from '#domain/stage.ts';
import { isStopWord, stemOf, wordsOf } from './words/analyse.ts';

/** What a query demands beside its words. All are stems, and none is ever needed. */
export interface Demands {
  /** `"these very words"`: side by side, in this order. */
  readonly phrases: readonly (readonly string[])[];
  /** `-word`: nowhere in the section. */
  readonly without: readonly string[];
  /** `title:word`: in the section's heading or in one above it. */
  readonly inTitle: readonly string[];
  /** `stage:buy`: of one of these stages. */
  readonly stages: readonly Stage[];
}

export interface ReadQuery {
  /** The words that are searched for, in their order; operators left out, a closed quotation ends its last word. */
  readonly text: string;
  readonly demands: Demands;
}

/** A longer text is prose: quotation marks and dashes in it are no operators. */
const MOST_WORDS = 12;
const PHRASE = /["“”]([^"“”]*)["“”]/g;
const OPERATOR = /(?<=^|\s)(?:-(?=[\p{L}\p{N}])|(title|stage):)(\S+)/giu;

/** Reads the operators of a query. A lone quotation mark, an unknown stage and a hyphen inside a word are only text. */
export function readOperators(query: string): ReadQuery {
  const phrases: (readonly string[])[] = [];
  const without: string[] = [];
  const inTitle: string[] = [];
  const stages: Stage[] = [];
  const demands = { phrases, without, inTitle, stages };
  if (query.trim().split(/\s+/).length > MOST_WORDS) return { text: query, demands };
  const text = query
    .replace(PHRASE, (_whole, inside: string) => {
      const stems = stemsOf(inside);
      if (stems.length > 0) phrases.push(stems);
      return ` ${inside} `;
    })
    .replace(OPERATOR, (whole: string, name: string | undefined, word: string) => {
      const value = word.toLowerCase();
      if (name === undefined) {
        without.push(...stemsOf(value));
        return ' ';
      }
      if (name.toLowerCase() === 'title') {
        inTitle.push(...stemsOf(value));
        return word;
      }
      if (!isStage(value)) return whole;
      stages.push(value);
      return ' ';
    });
  return { text, demands };
}

export const demandsNothing = ({ phrases, without, inTitle, stages }: Demands): boolean =>
  phrases.length + without.length + inTitle.length + stages.length === 0;

const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map((word) => stemOf(word));
