import { UnverifiedPack } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import type { Visited } from './library-lists.ts';
import { visitKey } from './use-visits.ts';
import { visitLink } from './visit-link.ts';

interface ContinueReadingProps {
  readonly last: Visited;
  readonly headings: ReadonlyMap<string, string>;
  readonly packs: readonly InstalledPack[];
}

/** The page and section where reading stopped: the first link of the Library. */
export function ContinueReading({ last, headings, packs }: ContinueReadingProps) {
  const say = useSay();
  const section = headings.get(visitKey(last));
  const { row } = last;
  const lang = row.meta.lang ?? packs.find(({ id }) => id === row.pack)?.language;
  return (
    <section className="sat-panel" aria-labelledby="library-continue">
      <h2 className="small muted library-panel__head" id="library-continue">
        {say('library.continue')}
      </h2>
      <p className="sat-h2" lang={lang}>
        <a href={visitLink(last, headings)}>{row.meta.title}</a>
      </p>
      <p className="muted small">
        {section === undefined ? (
          <span lang={lang}>{row.packTitle}</span>
        ) : (
          say('library.stopped', { pack: row.packTitle, section })
        )}{' '}
        <UnverifiedPack pack={row.pack} />
      </p>
    </section>
  );
}
