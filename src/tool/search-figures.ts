/** How well a search answers questions, as means over them: each 0 to 1, 1 is best. */
export interface SearchFigures {
  /** Gain of the first ten results, discounted by place, ÷ the best possible. */
  readonly ndcg10: number;
  /** 1 ÷ the place of the first right result; 0 beyond ten. */
  readonly mrr10: number;
  /** Share of questions with a right result among the first so many. */
  readonly success1: number;
  readonly success3: number;
  readonly success5: number;
}

/** Their names in a sentence, and in `pack.yaml` under `search`. */
export const SEARCH_FIGURES = [
  { key: 'ndcg10', setting: 'ndcg_at_10', name: 'nDCG@10' },
  { key: 'mrr10', setting: 'mrr_at_10', name: 'MRR@10' },
  { key: 'success1', setting: 'success_at_1', name: 'success@1' },
  { key: 'success3', setting: 'success_at_3', name: 'success@3' },
  { key: 'success5', setting: 'success_at_5', name: 'success@5' },
] as const satisfies readonly { readonly key: keyof SearchFigures; readonly setting: string; readonly name: string }[];
