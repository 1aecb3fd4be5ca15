import { toAddress } from '#domain/address.ts';
import { UnverifiedMark } from '#instruments/evidence/origin/origin-mark.tsx';
import { runCommand } from '#kit/command-handlers.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { ContextList, Screen, ScreenTitle } from '#ui/screen.tsx';
import { AboutPack } from './about-pack.tsx';
import { Crumbs } from './crumbs.tsx';
import type { LibraryProps } from './library-props.ts';
import { PageRows } from './page-rows.tsx';

interface PackPagesProps extends LibraryProps {
  readonly pack: InstalledPack;
}

/** One pack: its pages in the publisher's order, and what it is. */
export function PackPages({ at, pack, packs, pages }: PackPagesProps) {
  const say = useSay();
  const lang = pack.language;
  const rows = pages.filter((row) => row.pack === pack.id);
  return (
    <Screen
      at={toAddress(at)}
      head="own"
      title={pack.title}
      contextList={
        <ContextList
          heading={say('library.packs')}
          items={packs.map(({ id, title, language }) => ({
            key: id,
            href: toAddress({ screen: 'library', pack: id }),
            label: <span lang={language}>{title}</span>,
            note: say('library.number', { count: pages.filter((row) => row.pack === id).length }),
            current: id === pack.id,
          }))}
        />
      }
      sideLabel={say('library.about')}
      side={<AboutPack pack={pack} />}
    >
      <Crumbs trail={[{ words: pack.title, lang }]} />
      <div className="sat-head">
        <div lang={lang}>
          <ScreenTitle className="sat-h1">{pack.title}</ScreenTitle>
          {pack.summary === undefined ? null : <p className="library-lead">{pack.summary}</p>}
          <UnverifiedMark origin={pack.origin} />
        </div>
        <p className="muted">{say('library.pages', { count: rows.length })}</p>
      </div>
      <PageRows pages={rows} lang={lang} />
    </Screen>
  );
}

/** The address names a pack that is not here. */
export function MissingPack({ at }: Pick<LibraryProps, 'at'>) {
  const say = useSay();
  return (
    <Screen at={toAddress(at)} head="own" title={say('library.missing')}>
      <Crumbs trail={[]} />
      <ScreenTitle className="sat-h1">{say('library.missing')}</ScreenTitle>
      <p className="library-lead">{say('library.missing.more')}</p>
      <div className="row sat-empty__do">
        <Button onClick={() => runCommand('install')}>{say('library.empty.action')}</Button>
        <a href={toAddress({ screen: 'packs' })}>{say('library.packs.link')}</a>
      </div>
    </Screen>
  );
}
