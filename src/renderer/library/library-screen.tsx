import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { usePacks } from '#store/packs/packs.ts';
import { usePages } from '#store/packs/pages.ts';
import { Screen } from '#ui/screen.tsx';
import { LibraryHome } from './library-home.tsx';
import type { LibraryAt } from './library-props.ts';
import { MissingPack, PackPages } from './pack-pages.tsx';
import { StagePages } from './stage-pages.tsx';
import './library.css';

/** All that can be read: by stage of the work, by pack, or where a person left off. */
export function LibraryScreen({ screen }: { readonly screen: LibraryAt }) {
  const say = useSay();
  const packs = usePacks();
  const pages = usePages();
  if (packs === undefined || pages === undefined) {
    return (
      <Screen at={toAddress(screen)} ready={false} title={say('library.title')}>
        {null}
      </Screen>
    );
  }
  if (screen.stage !== undefined) {
    return <StagePages at={screen} stage={screen.stage} packs={packs} pages={pages} />;
  }
  if (screen.pack !== undefined) {
    const pack = packs.find(({ id }) => id === screen.pack);
    return pack ? <PackPages at={screen} pack={pack} packs={packs} pages={pages} /> : <MissingPack at={screen} />;
  }
  return <LibraryHome at={screen} packs={packs} pages={pages} />;
}
