import { toAddress } from '#domain/address.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import type { PageRow } from '#store/packs/pages.ts';

interface PackRowsProps {
  readonly packs: readonly InstalledPack[];
  readonly pages: readonly PageRow[];
}

export function PackRows({ packs, pages }: PackRowsProps) {
  const say = useSay();
  return (
    <section aria-labelledby="library-packs">
      <div className="sat-head">
        <h2 className="sat-h2" id="library-packs">
          {say('library.packs')}
        </h2>
        <a href={toAddress({ screen: 'packs' })}>{say('library.packs.link')}</a>
      </div>
      <ul className="sat-list">
        {packs.map((pack) => (
          <li key={pack.id} className="library-pack">
            <div lang={pack.language}>
              <a href={toAddress({ screen: 'library', pack: pack.id })}>
                <b>{pack.title}</b>
              </a>{' '}
              <UnverifiedMark origin={pack.origin} />
              {pack.summary === undefined ? null : <p className="muted small">{pack.summary}</p>}
            </div>
            <span className="muted small nowrap">
              {say('library.pages', { count: pages.filter((row) => row.pack === pack.id).length })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
