import { useEffect, useState } from 'react';
import { NO_FILTERS, toAddress } from '#domain/address.ts';
import type { KnownTerm } from '#domain/glossary.ts';
import { useSay } from '#kit/words.ts';
import type { Suggestion, Suggestions } from '#search/results.ts';
import { nearestTerms } from '#search/words/nearest-terms.ts';
import { useGlossary } from '#store/packs/glossary.ts';
import { useMissed } from '#store/packs/missed.ts';
import { searchClient } from './client.ts';
import { nextTask } from './next-task.ts';
import type { Asked } from './use-results.ts';

interface NothingProps {
  readonly asked: Asked;
  /** They come when the keys rest. */
  readonly suggestions: Suggestions | undefined;
}

/** Nothing found: other words, fewer words, other places to look. Other questions are offered only where they find something. */
export function Nothing({ asked, suggestions }: NothingProps) {
  const say = useSay();
  const missed = useMissed()?.length ?? 0;
  const terms = useTerms(asked.query);
  const { spelt = [], fewer = [], plain = null } = suggestions ?? {};
  return (
    <div className="search-nothing">
      <p>{say(plain ? 'search.nothing.signs' : 'search.nothing.more')}</p>
      {fewer.length > 0 || plain ? (
        <section className="sat-sec">
          <h2 className="sat-h2">{say('search.nothing.fewer')}</h2>
          <ul className="sat-list">
            {plain ? <Way way={plain} note={say('search.nothing.plain')} /> : null}
            {fewer.map((one) => (
              <Way key={one.query} way={one} />
            ))}
          </ul>
        </section>
      ) : null}
      {spelt.length + terms.length > 0 ? (
        <section className="sat-sec">
          <h2 className="sat-h2">{say('search.nothing.mean')}</h2>
          <ul className="sat-list">
            {spelt.map((one) => (
              <Way key={one.query} way={one} />
            ))}
            {terms.map(({ entry, packTitle, total }) => (
              <Way
                key={`term ${entry.term}`}
                way={{ query: entry.term, total }}
                note={say('search.nothing.term', { expansion: entry.expansion, pack: packTitle })}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="sat-sec">
        <h2 className="sat-h2">{say('search.nothing.try')}</h2>
        <ul className="sat-list">
          <li>
            <a href={toAddress({ screen: 'library' })}>{say('search.nothing.stages')}</a>
          </li>
          <li>
            <a href={toAddress({ screen: 'packs' })}>{say('search.nothing.packs')}</a>
          </li>
        </ul>
      </section>
      <section className="sat-sec">
        <h2 className="sat-h2">{say('search.nothing.tell')}</h2>
        <p>{say('search.nothing.tell.more')}</p>
        <p className="search-nothing__list">
          <a className="sat-btn" href={`${toAddress({ screen: 'settings' })}#missed`}>
            {say('search.nothing.list', { count: missed })}
          </a>
        </p>
      </section>
    </div>
  );
}

/** Another question, what it is, and how many results it has. */
function Way({ way: { query, total }, note }: { readonly way: Suggestion; readonly note?: string }) {
  const say = useSay();
  return (
    <li className="row row--between">
      <span>
        <a href={toAddress({ screen: 'search', query, ...NO_FILTERS })}>{query}</a>
        {note === undefined ? null : <span className="muted"> {note}</span>}
      </span>
      <span className="muted small">{say('search.nothing.results', { total })}</span>
    </li>
  );
}

/** A term, the pack that explains it, and how many sections a search for it finds. */
type FoundTerm = KnownTerm & { readonly total: number };

/** The nearest terms of the glossary, where a search for them finds something. */
function useTerms(query: string): readonly FoundTerm[] {
  const glossary = useGlossary();
  const [found, setFound] = useState<readonly FoundTerm[]>([]);
  useEffect(() => {
    let stale = false;
    const look = async (): Promise<void> => {
      const rows: FoundTerm[] = [];
      for (const entry of await nearestTerms(query, glossary?.terms ?? [], nextTask)) {
        const results = await searchClient().search(entry.term, { limit: 1, complete: true, bare: true }, 'term');
        const known = glossary?.on('', entry.term);
        if (known && results && results.total > 0) rows.push({ ...known, total: results.total });
      }
      if (!stale) setFound(rows);
    };
    void look();
    return () => {
      stale = true;
    };
  }, [query, glossary]);
  return found;
}
