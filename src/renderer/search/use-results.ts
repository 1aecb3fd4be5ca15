import { useEffect, useState } from 'react';
import type { Filters } from '#domain/address.ts';
import type { Day } from '#domain/day.ts';
import { REVIEWED, type Reviewed, reviewedSince } from '#domain/reviewed.ts';
import { withoutEnd } from '#domain/without-end.ts';
import { useToday } from '#kit/today.ts';
import type { Hit, Results, SearchOptions } from '#search/results.ts';
import { searchClient } from './client.ts';

/** What is asked: the words and the filters. */
export interface Asked extends Filters {
  readonly query: string;
}

/** The answer to the newest question that was answered. */
export interface Answer {
  readonly asked: Asked;
  readonly results: Results;
}

/** Most results that are shown. */
const LIMIT = 50;
/** While one types, the results in sight come first; the rest, and ways on, follow when the keys rest. */
const IN_SIGHT = 8;
const REST_MS = 250;

/** With fewer letters a word may still become anything, and what is first means little. */
const LETTERS = 3;

/** True while one query goes on from the other inside the same word, in either direction. */
export function sameWord(before: string, after: string): boolean {
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  const word = short.slice(withoutEnd(short, /\S/).length);
  return word.length >= LETTERS && long.startsWith(short) && !/\s/.test(long.slice(short.length));
}

/**
 * Results for what is asked. Old results stay until the new ones are there. While a word is being completed the first
 * result is held, so that it does not move under the eye. Asked again when the index grows (`version`).
 */
export function useResults(screen: Asked, version: number): Answer | undefined {
  const { query, types, packs, stages, audiences, reviewed } = screen;
  const [answer, setAnswer] = useState<Answer>();
  const today = useToday();
  const filters = JSON.stringify([types, packs, stages, audiences, reviewed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `filters` stands for the five; `version` asks again
  useEffect(() => {
    if (query.trim() === '') {
      setAnswer(undefined);
      return undefined;
    }
    let stale = false;
    const hold = held(answer, query);
    const asked = { query, types, packs, stages, audiences, reviewed };
    const options = { types, packs, stages, audiences, ...reviewDays(reviewed, today), ...(hold ? { hold } : {}) };
    let timer: number | undefined;
    const look = async (limit: number, suggest: boolean): Promise<void> => {
      const results = await searchClient().search(query, { limit, suggest, ...options });
      if (stale || results === null) return;
      setAnswer({ asked, results });
      const isPoor = results.unfiltered === 0 || results.missing.length > 0;
      if (!suggest && (isPoor || results.hits.length < Math.min(results.total, LIMIT)))
        timer = window.setTimeout(() => void look(LIMIT, true), REST_MS);
    };
    // Coming back to a list needs all of it at once, so that the place in it can be found again.
    void (answer ? look(IN_SIGHT, false) : look(LIMIT, true));
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [query, filters, version, today]);
  return answer;
}

/** The filter as days. Several stretches of time are the longest of them. */
function reviewDays(reviewed: readonly Reviewed[], today: Day): Pick<SearchOptions, 'reviewedSince' | 'reviewedDays'> {
  const [since] = reviewed.map((one) => reviewedSince(one, today)).sort();
  const reviewedDays = REVIEWED.map((one) => reviewedSince(one, today));
  return { reviewedDays, ...(since === undefined ? {} : { reviewedSince: since }) };
}

function held(answer: Answer | undefined, query: string): Pick<Hit, 'pack' | 'page' | 'section'> | undefined {
  const first = answer?.results.hits[0];
  if (!first || !sameWord(answer.asked.query, query)) return undefined;
  return { pack: first.pack, page: first.page, section: first.section };
}
