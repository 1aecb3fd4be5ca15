import { NO_FILTERS, toAddress } from '#domain/address.ts';
import { formatLocale } from '#domain/format-locale.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import type { Results } from '#search/results.ts';

/** Above results that lack words of the question because no page has them: which, and what they may have been. */
export function MissingWords({ results: { missing, suggestions, hits } }: { readonly results: Results }) {
  const say = useSay();
  const { language } = useSettings();
  // The answers while one types come without suggestions: a half word is not missing yet.
  if (!suggestions || missing.length === 0 || hits.length === 0) return null;
  const words = new Intl.ListFormat(formatLocale(language)).format(missing.map((word) => `“${word}”`));
  return (
    <div className="search-counted small">
      <p>{say('search.missing', { count: missing.length, words })}</p>
      {suggestions.spelt.length > 0 ? (
        <p className="row">
          {say('search.missing.mean')}
          {suggestions.spelt.map(({ query }) => (
            <a key={query} href={toAddress({ screen: 'search', query, ...NO_FILTERS })}>
              {query}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}
