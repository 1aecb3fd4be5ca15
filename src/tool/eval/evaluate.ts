import type { Engine } from '#search/engine.ts';
import type { SearchFigures } from '#tool/search-figures.ts';

/** A question, and the ids of the pages that it should find. */
export interface Question {
  readonly query: string;
  /** Page id → grade; the pages of the best grade are the right ones, the others help. */
  readonly pages: ReadonlyMap<string, number>;
}

export interface Answer {
  readonly query: string;
  /** Place of the first result on a right page, from 1; `null`: not among the first fifty. */
  readonly rank: number | null;
  readonly ndcg10: number;
}

export interface Evaluation extends SearchFigures {
  readonly answers: readonly Answer[];
}

const LOOKED_AT = 50;
const TEN = 10;

/**
 * Asks the app's own search every question. A result is a section, as people see it; it is worth its page's grade,
 * and nothing when a result above it is of the same page.
 */
export function evaluate(engine: Pick<Engine, 'search'>, questions: readonly Question[]): Evaluation {
  const answers = questions.map(({ query, pages }): Answer => {
    const { hits } = engine.search(query, { complete: true, limit: LOOKED_AT });
    const found = hits.map(({ page }) => page);
    return { query, rank: rankOf(found, pages), ndcg10: ndcgOf(found, pages) };
  });
  const mean = (value: (answer: Answer) => number): number =>
    answers.reduce((sum, answer) => sum + value(answer), 0) / Math.max(1, answers.length);
  const within = (most: number) => mean(({ rank }) => (rank !== null && rank <= most ? 1 : 0));
  return {
    answers,
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    mrr10: mean(({ rank }) => (rank !== null && rank <= TEN ? 1 / rank : 0)),
    success1: within(1),
    success3: within(3),
    success5: within(5),
  };
}

function rankOf(found: readonly string[], pages: Question['pages']): number | null {
  const best = Math.max(0, ...pages.values());
  const place = found.findIndex((page) => best > 0 && pages.get(page) === best);
  return place < 0 ? null : place + 1;
}

function ndcgOf(found: readonly string[], pages: Question['pages']): number {
  const gains = found.map((page, place) => (found.indexOf(page) === place ? (pages.get(page) ?? 0) : 0));
  const ideal = [...pages.values()].sort((a, b) => b - a);
  return ideal.length > 0 ? discounted(gains) / discounted(ideal) : 0;
}

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, TEN).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
