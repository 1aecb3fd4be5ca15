import { useEffect, useState } from 'react';
import type { Stage } from '#domain/stage.ts';
import type { Hit, Results } from '#search/results.ts';
import { searchClient } from './client.ts';

/** What is asked: the words and the filters. */
export interface Asked {
  readonly query: string;
  readonly packs: readonly string[];
  readonly stages: readonly Stage[];
}

/** The answer to the newest question that was answered. */
export interface Answer {
  readonly asked: Asked;
  readonly results: Results;
}

const LIMIT = 50;

/** True while one query goes on from the other inside the same word, in either direction. */
export function sameWord(before: string, after: string): boolean {
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  return short.trim() !== '' && long.startsWith(short) && !/\s/.test(long.slice(short.length));
}

/**
 * Results for what is asked. Old results stay until the new ones are there. While a word is being completed the first
 * result is held, so that it does not move under the eye. Asked again when the index grows (`version`).
 */
export function useResults({ query, packs, stages }: Asked, version: number): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  const filters = [...packs, '/', ...stages].join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `filters` stands for packs and stages; `version` asks again
  useEffect(() => {
    if (query.trim() === '') {
      setAnswer(undefined);
      return undefined;
    }
    let stale = false;
    const hold = held(answer, query);
    const asked = { query, packs, stages };
    void searchClient()
      .search(query, { limit: LIMIT, packs, stages, ...(hold ? { hold } : {}) })
      .then((results) => {
        if (!stale && results !== null) setAnswer({ asked, results });
      });
    return () => {
      stale = true;
    };
  }, [query, filters, version]);
  return answer;
}

function held(answer: Answer | undefined, query: string): Pick<Hit, 'pack' | 'page' | 'section'> | undefined {
  const first = answer?.results.hits[0];
  if (!first || !sameWord(answer.asked.query, query)) return undefined;
  return { pack: first.pack, page: first.page, section: first.section };
}
