import { useReducer, useSyncExternalStore } from 'react';
import { windowDrafts } from './draft-keeper.ts';

/**
 * Words that a person begins in a field and that are in nothing yet, like `useState('')` that outlives screen, window
 * and power cut. `of`, `field`: as in `DraftRow`; read before by `windowDrafts().read`. `start`: what stands there where
 * nothing was begun; it is not kept.
 */
export function useDraft(of: string, field: string, start = ''): readonly [string, (text: string) => void] {
  const drafts = windowDrafts();
  // Drawn before the event ends: the first letter may come before a new screen listens.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.shown(of, field) ?? start);
  const set = (words: string): void => {
    drafts.set(of, field, words, words === start ? '' : words);
    drawAgain();
  };
  return [text, set];
}
