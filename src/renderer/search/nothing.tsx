import { useEffect, useState } from 'react';
import { NO_FILTERS, toAddress } from '#domain/address.ts';
import { useSay } from '#store/words.ts';
import { searchClient } from './client.ts';
import type { Asked } from './use-results.ts';

const MOST_WORDS = 6;

/** Nothing found: at least two ways on. Shorter questions are offered only where they do find something. */
export function Nothing({ asked }: { readonly asked: Asked }) {
  const say = useSay();
  const fewer = useFewer(asked.query);
  return (
    <div className="sat-nothing">
      <p>{say('search.nothing.more')}</p>
      {fewer.length > 0 ? (
        <section className="sat-sec">
          <h2 className="sat-h2">{say('search.nothing.fewer')}</h2>
          <ul className="sat-list">
            {fewer.map(({ query, total }) => (
              <li key={query} className="row row--between">
                <a href={toAddress({ screen: 'search', query, ...NO_FILTERS })}>{query}</a>
                <span className="muted small">{say('search.nothing.results', { total })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="sat-sec">
        <h2 className="sat-h2">{say('search.nothing.try')}</h2>
        <ul className="sat-list">
          <li>{say('search.nothing.spelling')}</li>
          <li>
            <a href={toAddress({ screen: 'library' })}>{say('search.nothing.stages')}</a>
          </li>
          <li>
            <a href={toAddress({ screen: 'packs' })}>{say('search.nothing.packs')}</a>
          </li>
        </ul>
      </section>
    </div>
  );
}

/** The question with one word less each, where that finds something. */
function useFewer(query: string): readonly { readonly query: string; readonly total: number }[] {
  const [found, setFound] = useState<readonly { readonly query: string; readonly total: number }[]>([]);
  useEffect(() => {
    const words = query.trim().split(/\s+/).slice(0, MOST_WORDS);
    let stale = false;
    const look = async (): Promise<void> => {
      const rows: { query: string; total: number }[] = [];
      for (let left = 0; left < words.length && words.length > 1 && !stale; left += 1) {
        const shorter = words.filter((_, at) => at !== left).join(' ');
        const results = await searchClient().search(shorter, { limit: 1, complete: true }, 'fewer');
        if (results && results.total > 0) rows.push({ query: shorter, total: results.total });
      }
      if (!stale) setFound(rows);
    };
    void look();
    return () => {
      stale = true;
    };
  }, [query]);
  return found;
}
