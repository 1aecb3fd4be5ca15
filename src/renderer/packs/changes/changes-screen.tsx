import type { SourceView } from '#bridge/packs.ts';
import { toAddress } from '#domain/address.ts';
import { longDay } from '#domain/day.ts';
import type { ListedRelease } from '#domain/pack/source.ts';
import { useSettings } from '#kit/settings.ts';
import { useSources } from '#kit/sources.ts';
import { useSay } from '#kit/words.ts';
import { type InstalledPack, usePacks } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { bringUpdate } from '../sources/bring-update.ts';
import { givesPack, offerOf } from '../sources/source-state.ts';
import { ChangesFound } from './changes-found.tsx';
import { useLook } from './use-look.ts';
import './changes.css';

interface ChangesScreenProps {
  readonly at: string;
  /** Its id. */
  readonly pack: string;
  /** The id of the source that offers the update. */
  readonly source: string;
}

/** What an update of a pack will change, to be read before it is chosen. */
export function ChangesScreen({ at, pack, source }: ChangesScreenProps) {
  const say = useSay();
  const packs = usePacks();
  const sources = useSources();
  if (packs === undefined || sources === undefined)
    return (
      <Screen at={at} ready={false} title={say('update.title.loading')}>
        {null}
      </Screen>
    );
  const here = packs.find(({ id }) => id === pack);
  const from = sources.find(({ id }) => id === source);
  const release = from?.known.packs.find(({ id }) => id === pack);
  if (here && from && release && offerOf(release, packs) === 'update')
    return <Offered key={`${here.hash} ${release.sha256}`} at={at} here={here} source={from} release={release} />;
  return (
    <Screen at={at} title={say('update.title.loading')}>
      <Empty
        heading={say('update.none')}
        action={<a href={toAddress({ screen: 'packs', pack })}>{say('update.close')}</a>}
      >
        {say('update.none.more')}
      </Empty>
    </Screen>
  );
}

interface OfferedProps {
  readonly at: string;
  readonly here: InstalledPack;
  readonly source: SourceView;
  readonly release: ListedRelease;
}

function Offered({ at, here, source, release }: OfferedProps) {
  const say = useSay();
  const { language } = useSettings();
  const { go } = useFrame();
  const { look, stop, again } = useLook({ source: source.id, sha256: release.sha256, pack: here });
  const close = toAddress({ screen: 'packs', pack: here.id });
  const names = { pack: release.title, version: release.version };
  const update = (): void => {
    void bringUpdate(source.id, release, { isUpdate: true });
    go(close);
  };
  return (
    <Screen
      at={at}
      title={say('update.title', names)}
      lead={say('update.lead', { version: here.version, date: longDay(here.created, language), source: source.name })}
      actions={
        <span className="row">
          {givesPack(source, release, new Date()) ? (
            <Button kind="go" aria-label={say('update.do.of', names)} onClick={update}>
              {say('update.do', { version: release.version })}
            </Button>
          ) : null}
          <a href={close}>{say('update.close')}</a>
        </span>
      }
    >
      <ChangesFound look={look} language={here.language} stop={stop} again={again} />
    </Screen>
  );
}
