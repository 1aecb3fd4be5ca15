import { useState } from 'react';
import type { WordKey } from '#domain/words/words.ts';
import { useCommandHandler } from './command-handlers.ts';
import { useSay } from './words.ts';

/** What is being looked for in what is on the screen. */
export interface Find {
  readonly say: {
    readonly label: string;
    readonly count: (place: number, all: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly close: string;
  };
  readonly words: string;
  /** Steps from the first place, forwards or back; they may go round. */
  readonly at: number;
  readonly onWords: (words: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** Finding with its three commands, `label` saying where. `undefined` until it is asked for. */
export function useFind(label: WordKey): Find | undefined {
  const say = useSay();
  const [find, setFind] = useState<Pick<Find, 'words' | 'at'>>();
  const move = (step: 1 | -1): void => setFind(find && { ...find, at: find.at + step });
  useCommandHandler('find', () => setFind(find ?? { words: '', at: 0 }));
  useCommandHandler('findNext', find ? () => move(1) : null);
  useCommandHandler('findPrevious', find ? () => move(-1) : null);
  return (
    find && {
      ...find,
      say: {
        label: say(label),
        count: (at, all) => say('find.count', { at, all }),
        previous: say('find.previous'),
        next: say('find.next'),
        close: say('find.close'),
      },
      onWords: (words) => setFind({ words, at: 0 }),
      onMove: move,
      onClose: () => setFind(undefined),
    }
  );
}
