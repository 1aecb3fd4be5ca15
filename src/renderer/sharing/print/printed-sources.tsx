import { toAddress } from '#domain/address.ts';
import { longDayAt } from '#domain/moment.ts';
import type { Citation } from '#domain/note/record/note.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useUnverified } from '#store/packs/origins.ts';

/** The guidance that a note relies on: release, page, the quoted words, and where it is found again. */
export function PrintedSources({ citations }: { readonly citations: readonly Citation[] }) {
  const say = useSay();
  const { language } = useSettings();
  const unverified = useUnverified();
  if (citations.length === 0) return null;
  return (
    <section>
      <h3>{say('note.field.citations')}</h3>
      <ol>
        {citations.map(({ id, pack, packTitle, version, release, page, section, title, heading, quote, at }) => {
          const names = { pack: packTitle, version, release, title, heading };
          const address = toAddress({ screen: 'read', pack, page, ...(section === '' ? {} : { section }) });
          return (
            <li key={id}>
              <p>
                <b>{heading === '' ? say('print.source', names) : say('print.source.section', names)}</b>
              </p>
              {quote === '' ? null : <blockquote>{quote}</blockquote>}
              {unverified(pack, release) ? (
                <p>
                  <b>{say('origin.unverified')}</b>
                </p>
              ) : null}
              <p>{say('print.source.at', { day: longDayAt(at, language), address })}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
