import { useCallback, useEffect, useRef, useState } from 'react';
import { type Screen as At, isFiltered, NO_FILTERS, toAddress } from '#domain/address.ts';
import { shortened } from '#domain/shortened.ts';
import { announce } from '#kit/announce.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import type { Hit } from '#search/results.ts';
import { useIndexState } from '#store/packs/index-state.ts';
import { Details } from '#ui/details.tsx';
import { Empty } from '#ui/empty.tsx';
import { Meter } from '#ui/meter.tsx';
import { Screen } from '#ui/screen.tsx';
import { Filters } from './filters.tsx';
import { hitName } from './hit-name.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { KeyHints } from './key-hints.tsx';
import { MissingWords } from './missing-words.tsx';
import { useNoteMissed } from './note-missed.ts';
import { Nothing } from './nothing.tsx';
import { Preview } from './preview.tsx';
import { ResultItem } from './result-item.tsx';
import { type Answer, useResults } from './use-results.ts';
import './search.css';

type SearchAt = Extract<At, { screen: 'search' }>;

const ANNOUNCE_MS = 500;

/** Results while one types: a list of links, filters with counts, and a preview of the selected result. */
export function SearchScreen({ screen }: { readonly screen: SearchAt }) {
  const say = useSay();
  const index = useIndexState();
  const answer = useResults(screen, index.version);
  const [chosen, setChosen] = useState('');
  const choose = useCallback((hit: Hit) => setChosen(keyOf(hit)), []);
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, answer);
  useAnnounced(answer);
  useCommandHandler('filters', () => document.querySelector<HTMLElement>('.sat-filters input')?.focus());

  const empty = screen.query.trim() === '';
  const hits = answer?.results.hits ?? [];
  // Filters of nothing would only be in the way; those that made it nothing stay.
  const nothing = answer !== undefined && hits.length === 0 && index.ready && !isFiltered(answer.asked);
  useNoteMissed(nothing && index.packsTotal > 0 ? answer.asked.query : null);
  const current = hits.find((hit) => keyOf(hit) === chosen) ?? hits[0];
  return (
    <Screen
      at={toAddress(screen)}
      ready={empty || answer !== undefined}
      head="hidden"
      title={say('search.title')}
      flush={!empty && !nothing}
      sideLabel={say('search.preview')}
      side={current && answer && !empty ? <Preview hit={current} query={answer.asked.query} /> : null}
    >
      {empty ? (
        <>
          <h2 className="sat-h1">{say('search.empty.title')}</h2>
          <p className="search-nothing">{say('search.empty.more')}</p>
        </>
      ) : null}
      {answer && !empty && nothing ? (
        <div data-answers={answer.asked.query}>
          <None answer={answer} />
        </div>
      ) : null}
      {answer && !empty && !nothing ? (
        <>
          <div className="search-grid">
            <div className="search-grid__filters" data-keep-scroll="filters">
              <div className="sat-onlynarrow">
                <Details lazy summary={say('search.filter.narrow', { total: answer.results.total })}>
                  <Filters
                    asked={screen}
                    counts={answer.results.counts}
                    id="filters-narrow"
                    clearable={hits.length > 0}
                  />
                </Details>
              </div>
              <div className="sat-notnarrow">
                <Filters asked={screen} counts={answer.results.counts} id="filters" clearable={hits.length > 0} />
              </div>
            </div>
            <div ref={list} className="search-grid__list" data-keep-scroll="results" data-answers={answer.asked.query}>
              <Counted answer={answer} />
              <MissingWords results={answer.results} />
              {hits.length > 0 ? (
                <ol
                  className="sat-results"
                  id="results"
                  data-query={answer.asked.query}
                  aria-label={say('search.results')}
                >
                  {hits.map((hit) => (
                    <ResultItem
                      key={keyOf(hit)}
                      hit={hit}
                      query={answer.asked.query}
                      current={hit === current}
                      onFocus={choose}
                    />
                  ))}
                </ol>
              ) : (
                <div className="search-pad">
                  <None answer={answer} />
                </div>
              )}
            </div>
          </div>
          <KeyHints />
        </>
      ) : null}
    </Screen>
  );
}

const keyOf = ({ pack, page, section }: Hit): string => `${pack}/${page}#${section}`;

/** How many, and whether more may come because packs are still being prepared. */
function Counted({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const index = useIndexState();
  const { total, hits } = answer.results;
  if (!index.ready) {
    return (
      <div className="search-counted">
        <p>
          <b>{say('search.sofar', { total })}</b>{' '}
          {say('search.sofar.more', { left: index.packsTotal - index.packsDone })}
        </p>
        <Meter
          label={say('search.preparing', { done: index.packsDone, total: index.packsTotal })}
          value={index.percent / 100}
        />
        <p className="small muted">{say('search.meanwhile')}</p>
      </div>
    );
  }
  return (
    <p className="search-counted row row--between">
      <span>
        <b>{say('search.count', { total })}</b>
        {total > 0 ? `, ${say('search.order')}` : ''}
      </span>
      {total > hits.length && hits.length > 0 ? (
        <span className="muted small">{say('search.shown', { shown: hits.length })}</span>
      ) : null}
    </p>
  );
}

/** No result: because of the filters, or at all. */
function None({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const { asked, results } = answer;
  if (isFiltered(asked)) {
    return (
      <Empty
        heading={say('search.filter.none')}
        action={
          <a href={toAddress({ screen: 'search', query: asked.query, ...NO_FILTERS })}>{say('search.filter.clear')}</a>
        }
      >
        {results.unfiltered > 0
          ? say('search.filter.none.more', { total: results.unfiltered })
          : say('search.nothing.more')}
      </Empty>
    );
  }
  return (
    <>
      <h2 className="sat-h1">{say('search.nothing.title', { query: shortened(asked.query) })}</h2>
      <Nothing asked={asked} suggestions={results.suggestions} />
    </>
  );
}

/** Tells a screen reader how many and which is first, half a second after the last key. */
function useAnnounced(answer: Answer | undefined): void {
  const say = useSay();
  const asked = answer?.asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of the same answer is no news
  useEffect(() => {
    if (!answer) return undefined;
    const { total, hits } = answer.results;
    const timer = window.setTimeout(
      () => announce(say('search.announce', { total, first: hits[0] ? hitName(hits[0], say) : '' })),
      ANNOUNCE_MS,
    );
    return () => window.clearTimeout(timer);
  }, [asked, say]);
}
