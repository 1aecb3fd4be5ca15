import { useEffect, useRef } from 'react';
import { type Screen as At, toAddress } from '#domain/address.ts';
import { announce } from '#kit/announce.ts';
import { changeSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useIndexState } from '#store/packs/index-state.ts';
import { useInstalls } from '#store/packs/installs.ts';
import { usePacks } from '#store/packs/packs.ts';
import { useIsSearchable } from '#store/packs/searchable.ts';
import { useStarters } from '#store/packs/starters.ts';
import { Button } from '#ui/button.tsx';
import { useFrame } from '#ui/frame.ts';
import { Mark } from '#ui/icon.tsx';
import { Screen, ScreenTitle } from '#ui/screen.tsx';
import { FirstSettings } from './first-settings.tsx';
import { packState } from './pack-state.ts';
import { SearchProgress } from './search-progress.tsx';
import { StarterList } from './starter-list.tsx';
import './welcome.css';

/** The first run: reading is one click away, whatever still goes on behind. */
export function WelcomeScreen({ screen }: { readonly screen: Extract<At, { screen: 'welcome' }> }) {
  const say = useSay();
  const { go, appName } = useFrame();
  const starters = useStarters();
  const packs = usePacks();
  const installs = useInstalls();
  const isSearchable = useIsSearchable();
  const index = useIndexState();
  const rows = (starters ?? [])
    .filter(({ removed }) => !removed)
    .map((starter) => ({ starter, ...packState(starter, packs ?? [], installs, isSearchable) }));
  const settled = starters !== undefined && rows.every(({ state }) => state === 'ready' || state === 'failed');
  const ready = settled && index.ready && packs !== undefined;
  const title = say(ready ? 'welcome.title.ready' : 'welcome.title');

  const was = useRef(ready);
  useEffect(() => {
    if (ready && !was.current) announce(say('welcome.progress.done'));
    was.current = ready;
  }, [ready, say]);

  const start = async (): Promise<void> => {
    // Reading does not wait for the disk: if this is not kept, the screen comes once more.
    await changeSettings({ welcomed: true });
    go(toAddress({ screen: 'library' }));
  };

  return (
    <Screen at={toAddress(screen)} head="own" title={title}>
      <div className="sat-card">
        <header>
          <Mark />
          {appName}
        </header>
        <div className="in">
          <ScreenTitle className="sat-h1">{title}</ScreenTitle>
          <p className="welcome-lead">{say('welcome.lead', { count: rows.length })}</p>
          <StarterList rows={rows} />
          <SearchProgress ready={ready} index={index} total={Math.max(index.packsTotal, rows.length)} />
          <FirstSettings />
          <div className="row welcome-start">
            <Button kind="go" onClick={() => void start()}>
              {say('welcome.start')}
            </Button>
            {ready ? null : <span className="muted small">{say('welcome.start.more')}</span>}
          </div>
        </div>
      </div>
    </Screen>
  );
}
