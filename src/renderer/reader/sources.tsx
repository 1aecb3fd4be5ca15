import { longDay } from '#domain/day.ts';
import type { PageSource } from '#domain/pack/page.ts';
import { useOutside } from '#kit/outside.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { SOURCES_ID } from './check-strip.tsx';

/** Where the facts of a page come from. A live address opens only after a question that shows it whole. */
export function Sources({ sources }: { readonly sources: readonly PageSource[] }) {
  const say = useSay();
  if (sources.length === 0) return null;
  return (
    <section className="reader-sources" aria-labelledby={SOURCES_ID}>
      <h2 id={SOURCES_ID} tabIndex={-1}>
        {say('reader.sources')}
      </h2>
      {sources.some((source) => source.url !== undefined) ? (
        <p className="small muted sat-noprint">{say('reader.sources.how')}</p>
      ) : null}
      <ul className="sat-list">
        {sources.map((source) => (
          <li key={`${source.title} ${source.url ?? ''}`}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceLine({ source }: { readonly source: PageSource }) {
  const { language } = useSettings();
  const link = useOutside(source.url);
  const facts = [source.publisher, source.date && longDay(source.date, language)].filter(Boolean).join(', ');
  return (
    <>
      {link === null ? source.title : <a {...link}>{source.title}</a>}
      {facts === '' ? null : <>, {facts}</>}
    </>
  );
}
