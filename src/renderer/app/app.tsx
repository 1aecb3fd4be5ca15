import {
  type ReactNode,
  Suspense,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { type Screen as At, toAddress, toScreen } from '#domain/address.ts';
import { changeSettings, useSettings } from '#kit/settings.ts';
import { forgetOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { RecoveryTeller } from '#rooms/backups/recovery-teller.tsx';
import { InstallTeller } from '#rooms/packs/install-teller.tsx';
import { type Frame, FrameContext } from '#ui/frame.ts';
import type { Arrivals } from './arrival.ts';
import { DropTarget } from './drop-target.tsx';
import { type Change, type Journey, pathOf } from './history.ts';
import { LiveRegions } from './live-regions.tsx';
import { BrokenPart, BrokenScreen, Nowhere, Waiting } from './lone-screens.tsx';
import { applyLook, keepLook } from './look.ts';
import { Notices } from './notices.tsx';
import { KeyboardList, type Overlay, Palette } from './overlays.ts';
import { Places } from './places.tsx';
import { RegionBoundary } from './region-boundary.tsx';
import { RoomOf } from './rooms.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useBundleWays } from './use-bundle-ways.ts';
import { usePackWays } from './use-pack-ways.ts';
import { useShellCommands } from './use-shell-commands.ts';

export interface AppProps {
  readonly journey: Journey;
  readonly arrivals: Arrivals;
}

/** The shell: bar, places, the screen of the address, status bar, and the dialogs over them. */
export function App({ journey, arrivals }: AppProps): ReactNode {
  const say = useSay();
  const settings = useSettings();
  const [{ entry, arrival }, setChange] = useState<Change>({ entry: journey.entry(), arrival: 'start' });
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [contextSlot, setContextSlot] = useState<Element | null>(null);
  const [statusSlot, setStatusSlot] = useState<Element | null>(null);
  const [stateSlot, setStateSlot] = useState<Element | null>(null);

  const shown = useRef(entry.address);
  useLayoutEffect(() => {
    shown.current = entry.address;
  }, [entry]);
  useEffect(() => {
    const isShown = (address: string): boolean => pathOf(shown.current) === pathOf(address);
    return journey.watch({
      changed(change) {
        if (!isShown(change.entry.address)) forgetOutcome();
        // The same screen, asked for something else or named while one types: at once, together with the letter. Until a
        // new note has its name, one more would be the same.
        if (change.arrival === 'replaced') setChange(change);
        // A transition keeps the old screen until the new one's code and first data are there.
        else startTransition(() => setChange(change));
        if (change.arrival !== 'replaced') {
          setOverlay(null);
          setMenuOpen(false);
        }
      },
    });
  }, [journey]);

  useLayoutEffect(() => {
    applyLook(document.documentElement, settings);
    keepLook(localStorage, settings);
  }, [settings]);

  const frame = useMemo<Frame>(
    () => ({
      contextSlot,
      statusSlot,
      stateSlot,
      appName: say('app.name'),
      sideHidden: !settings.showSide,
      go: journey.go,
      marks: entry.marks,
      unmark: journey.unmark,
      stands: arrivals.stands,
    }),
    [contextSlot, statusSlot, stateSlot, say, settings.showSide, journey, arrivals, entry.marks],
  );

  const screen = useMemo(() => toScreen(entry.address), [entry.address]);
  const go = (at: At) => journey.go(toAddress(at));

  // A dialog's own close event comes late: another one may be open by then.
  const close = (one: Overlay) => setOverlay((now) => (now === one ? null : now));
  const showPacks = () => go({ screen: 'packs' });
  usePackWays(showPacks);
  useBundleWays(() => go({ screen: 'import' }));
  useShellCommands({
    journey,
    openOverlay: setOverlay,
    togglePlaces: () => {
      if (matchMedia(NARROW).matches) setMenuOpen((open) => !open);
      else void changeSettings({ showPlaces: !settings.showPlaces });
    },
    toggleSide: () => void changeSettings({ showSide: !settings.showSide }),
  });

  const room = (
    <RegionBoundary at={entry.address} fallback={(again) => <BrokenScreen at={entry.address} again={again} />}>
      <Suspense fallback={<Waiting />}>{screen ? <RoomOf screen={screen} /> : <Nowhere at={entry.address} />}</Suspense>
    </RegionBoundary>
  );
  const part = (node: ReactNode) => (
    <RegionBoundary at={entry.address} fallback={(again) => <BrokenPart again={again} />}>
      {node}
    </RegionBoundary>
  );
  if (screen?.screen === 'welcome') {
    return (
      <FrameContext value={frame}>
        <div className="sat-app sat-app--bare">{room}</div>
        <LiveRegions />
        <InstallTeller />
        <DropTarget onDrop={showPacks} />
      </FrameContext>
    );
  }
  return (
    <FrameContext value={frame}>
      <SkipLink />
      <div className="sat-app">
        {part(
          <TopBar
            journey={journey}
            arrival={arrival}
            screen={screen}
            menuOpen={menuOpen}
            onMenu={() => setMenuOpen(!menuOpen)}
          />,
        )}
        {part(<Notices />)}
        {part(<Places screen={screen} hidden={!settings.showPlaces} open={menuOpen} contextRef={setContextSlot} />)}
        {room}
        {part(<StatusBar slotRef={setStatusSlot} stateRef={setStateSlot} />)}
      </div>
      <Suspense>
        {overlay === 'palette' && (
          <Palette
            screen={screen}
            onClose={() => close('palette')}
            onChoose={(run) => {
              // The palette goes first and gives focus back; only then may the choice move it on.
              flushSync(() => setOverlay(null));
              run();
            }}
            go={go}
          />
        )}
        {overlay === 'keyboard' && <KeyboardList onClose={() => close('keyboard')} />}
      </Suspense>
      <LiveRegions />
      <InstallTeller />
      <RecoveryTeller />
      <DropTarget onDrop={showPacks} />
    </FrameContext>
  );
}

const NARROW = '(max-width: 53.74em)';

/** Focus goes to main at a key press; the address stays. */
function SkipLink() {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/useValidAnchor: a skip link is page navigation
    <a
      className="govuk-skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {say('shell.skip')}
    </a>
  );
}
