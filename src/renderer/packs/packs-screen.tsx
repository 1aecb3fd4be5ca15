import { useEffect, useRef } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { announce } from '#kit/announce.ts';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { chooseAndInstall, dismiss, stopInstallsOf } from '#store/packs/installs.ts';
import { type InstalledPack, usePacks } from '#store/packs/packs.ts';
import { takeOff } from '#store/packs/removals.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';
import { ChangesScreen } from './changes/changes-screen.tsx';
import { FailedTurnStrip } from './failed-turn-strip.tsx';
import { InstallStrips } from './install-strips.tsx';
import { MissingStarters } from './missing-starters.tsx';
import { PackFacts } from './pack-facts.tsx';
import { PacksTable } from './packs-table.tsx';
import { RemovalStrip } from './removal-strip.tsx';
import { Sources } from './sources/sources.tsx';
import { useDiskSize } from './use-disk-size.ts';
import './packs.css';

type PacksAt = Extract<At, { screen: 'packs' }>;

/** In windows without room beside the table the facts follow it. */
const FOLLOWS = '(max-width: 68.74em)';

/** The packs of this laptop, or what an update of one changes. */
export function PacksScreen({ screen }: { readonly screen: PacksAt }) {
  const { pack, changes } = screen;
  if (pack === undefined || changes === undefined) return <AllPacks screen={screen} />;
  return <ChangesScreen key={`${pack} ${changes}`} at={toAddress(screen)} pack={pack} source={changes} />;
}

/** What is on this laptop: what each pack is, install another, take one off. */
function AllPacks({ screen }: { readonly screen: PacksAt }) {
  const say = useSay();
  const { go } = useFrame();
  const packs = usePacks();
  const sizeOf = useDiskSize();
  const selected = packs?.find(({ id }) => id === screen.pack) ?? packs?.[0];
  const facts = useRef<HTMLHeadingElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const wanted = useRef<'facts' | 'row' | null>(null);

  // Runs after each draw, so that focus follows what a person did once its outcome stands.
  useEffect(() => {
    if (wanted.current === 'facts') facts.current?.focus();
    if (wanted.current === 'row') {
      const row = table.current?.querySelector<HTMLElement>('[aria-current]');
      (row ?? document.querySelector<HTMLElement>('#main h1'))?.focus();
    }
    wanted.current = null;
  });

  const select = (pack: InstalledPack): void => {
    if (matchMedia(FOLLOWS).matches) {
      if (pack.id === selected?.id) facts.current?.focus();
      else wanted.current = 'facts';
    } else {
      announce(say('packs.selected', { pack: pack.title }));
    }
    go(toAddress({ screen: 'packs', pack: pack.id }), 'replace');
  };

  const remove = async (pack: InstalledPack): Promise<void> => {
    const at = packs?.indexOf(pack) ?? -1;
    const next = packs?.[at + 1] ?? packs?.[at - 1];
    dismiss();
    // What is on its way in would bring it back.
    stopInstallsOf(pack.id);
    const answer = await takeOff(pack, sizeOf(pack));
    if (!answer.ok) return;
    wanted.current = 'row';
    tellOutcome(say('packs.removed', { pack: pack.title }));
    go(toAddress({ screen: 'packs', ...(next ? { pack: next.id } : {}) }), 'replace');
  };

  const install = (
    <Button kind={packs?.length === 0 ? 'go' : 'tool'} icon="install" onClick={() => void chooseAndInstall()}>
      {say('packs.install')}
    </Button>
  );
  return (
    <Screen
      at={toAddress(screen)}
      ready={packs !== undefined}
      title={say('packs.title')}
      actions={packs?.length === 0 ? undefined : install}
      sideWide
      sideLabel={selected ? say('packs.side', { pack: selected.title }) : ''}
      side={selected ? <PackFacts pack={selected} heading={facts} onRemove={() => void remove(selected)} /> : undefined}
    >
      <InstallStrips />
      <RemovalStrip />
      <FailedTurnStrip />
      {packs?.length === 0 ? (
        <Empty heading={say('packs.empty')} action={install}>
          {say('packs.empty.more')}
        </Empty>
      ) : null}
      {packs && packs.length > 0 ? (
        <PacksTable packs={packs} selected={selected?.id} onSelect={select} table={table} />
      ) : null}
      {packs ? <MissingStarters packs={packs} /> : null}
      {packs ? <Sources packs={packs} /> : null}
      <p className="packs-unsigned muted">{say('packs.unsigned')}</p>
    </Screen>
  );
}
