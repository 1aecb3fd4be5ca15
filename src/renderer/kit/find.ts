import { useState } from 'react';
import type { WordKey } from '#domain/words/words.ts';
import { useCommandHandler } from './command-handlers.ts';
import { useSay } from './words.ts';

/** What is looked for, and how many steps from its first place. */
interface Sought {
  readonly words: string;
  readonly at: number;
}

/** What the find bar needs, with its three commands; `label` says where. `undefined` until it is asked for. */
export function useFind(label: WordKey) {
  const say = useSay();
  const [find, setFind] = useState<Sought>();
  const move = (step: 1 | -1): void => setFind(find && { ...find, at: find.at + step });
  useCommandHandler('find', () => setFind(find ?? { words: '', at: 0 }));
  useCommandHandler('findNext', find ? () => move(1) : null);
  useCommandHandler('findPrevious', find ? () => move(-1) : null);
  return (
    find && {
      ...find,
      say: {
        label: say(label),
        count: (at: number, all: number) => say('find.count', { at, all }),
        previous: say('find.previous'),
        next: say('find.next'),
        close: say('find.close'),
      },
      onWords: (words: string) => setFind({ words, at: 0 }),
      onMove: move,
      onClose: () => setFind(undefined),
    }
  );
}
