import { useEffect, useState } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { holdOpen } from '#store/packs/open-releases.ts';
import { usePacks } from '#store/packs/packs.ts';
import { type LoadedPage, loadPage } from '#store/packs/pages.ts';
import { type ShownTree, shownTree } from '#store/packs/shown-tree.ts';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { PageView } from './page-view.tsx';

type ReadAt = Extract<At, { screen: 'read' }>;

interface Opened {
  readonly at: ReadAt;
  readonly page: (LoadedPage & { readonly shown: ShownTree }) | null;
}

/** One page of guidance. While the next page is on its way the old one stays. */
export function ReaderScreen({ screen }: { readonly screen: ReadAt }) {
  const say = useSay();
  const packs = usePacks();
  const { marks } = useFrame();
  const [opened, setOpened] = useState<Opened>();
  const { pack, page } = screen;
  // A new release of the pack is a new page: its key changes.
  const release = packs?.find((one) => one.id === pack)?.key;
  const known = packs !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new release is read again
  useEffect(() => {
    if (!known) return undefined;
    let stale = false;
    void loadPage(pack, page).then((loaded) => {
      if (stale) return;
      setOpened({ at: { screen: 'read', pack, page }, page: loaded && { ...loaded, shown: shownTree(loaded) } });
    });
    return () => {
      stale = true;
    };
  }, [pack, page, known, release]);

  const shown = opened?.page?.pack.key;
  useEffect(() => (shown === undefined ? undefined : holdOpen(shown)), [shown]);

  if (opened === undefined) {
    return (
      <Screen at={toAddress(screen)} ready={false} head="hidden" title={say('reader.loading')}>
        {null}
      </Screen>
    );
  }
  const here = opened.at.pack === pack && opened.at.page === page;
  const at = here ? screen : opened.at;
  if (opened.page === null) return <Missing at={at} />;
  return (
    <PageView
      key={`${opened.page.pack.key}/${opened.page.meta.id}`}
      at={at}
      opened={opened.page}
      tree={opened.page.shown}
      marks={here ? marks : ''}
    />
  );
}

function Missing({ at }: { readonly at: ReadAt }) {
  const say = useSay();
  return (
    <Screen at={toAddress(at)} title={say('reader.missing.title')}>
      <p>{say('reader.missing.more')}</p>
      <p className="sat-sec">
        <a href={toAddress({ screen: 'library' })}>{say('reader.missing.library')}</a>
      </p>
    </Screen>
  );
}
