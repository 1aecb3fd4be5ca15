import { useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { windowDrafts } from './draft-keeper.ts';

/**
 * Words that a person begins in a field and that are in nothing yet, like `useState('')` that outlives screen, window
 * and power cut. `of`, `field`: as in `DraftRow`. They must have been read before, see `useDraftsRead`; those of an open note are. `start`: what stands there where
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

/** Reads what was begun of one thing; `false` until it was. */
export function useDraftsRead(of: string): boolean {
  const [read, setRead] = useState<string>();
  useEffect(() => {
    let left = false;
    const done = (): void => {
      if (!left) setRead(of);
    };
    // Where the store cannot be read nothing was begun.
    void windowDrafts().read(of).then(done, done);
    return () => {
      left = true;
    };
  }, [of]);
  return read === of;
}
