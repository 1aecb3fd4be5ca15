import './ui/styles/layers.css';
import './app/early-search.ts';
import { createRoot } from 'react-dom/client';
import { toAddress, toScreen } from '#domain/address.ts';
import { loadWords, sayIn } from '#domain/words/words.ts';
import { bridge } from '#kit/bridge.ts';
import { hearProblems } from '#kit/hear-problems.ts';
import { hearLeaving } from '#kit/leaving.ts';
import { SettingsProvider } from '#kit/settings.ts';
import { hearSources } from '#kit/sources.ts';
import { hearDays } from '#kit/today.ts';
import { hasNewerData } from '#store/recovery/safe-start.ts';
import { beginKeeping } from '#store/recovery/window-start.ts';
import { App } from './app/app.tsx';
import { createArrivals } from './app/arrival.ts';
import { createJourney } from './app/history.ts';
import { keepAnchor } from './app/keep-anchor.ts';
import { catchLinks } from './app/links.ts';
import { earlyLook } from './app/look.ts';
import { createPlaceMemory } from './app/place-memory.ts';
import { loadRestWhenIdle, loadRoom } from './app/rooms.tsx';
import { Root } from './app/root.tsx';
import { openForPaper } from './ui/closed-details.ts';
import './ui/styles/index.scss';

earlyLook(document.documentElement, localStorage);
history.scrollRestoration = 'manual';

async function start(root: HTMLElement): Promise<void> {
  // The room's code loads while main answers.
  const asked = toScreen(here());
  const [answer, newer] = await Promise.all([
    bridge().call['app:start'](),
    hasNewerData(),
    asked ? loadRoom(asked.screen).catch(() => undefined) : undefined,
  ]);
  if (!answer.ok) {
    const say = sayIn('en-GB');
    createRoot(root).render(
      <main id="main" className="sat-main">
        <h1 className="sat-h1">{say('shell.start.title')}</h1>
        <p>{say('shell.start.more')}</p>
      </main>,
    );
    return;
  }
  const first = asked?.screen === 'library' && location.pathname === '/';
  if (first) history.replaceState(history.state, '', toAddress({ screen: 'library' }));
  if (!answer.value.settings.welcomed && asked?.screen === 'library') {
    history.replaceState(history.state, '', toAddress({ screen: 'welcome' }));
  }
  const journey = createJourney({
    location,
    history,
    storage: sessionStorage,
    newKey: () => crypto.randomUUID(),
    later: (run, ms) => {
      setTimeout(run, ms);
    },
  });
  const { language } = answer.value.settings;
  await loadWords(language);
  const say = sayIn(language);
  const arrivals = createArrivals(document, journey, createPlaceMemory(localStorage), () => say('shell.newNote'));
  window.addEventListener('popstate', (event) => journey.popped(event.state));
  window.addEventListener('pagehide', () => {
    journey.flush();
    arrivals.keep();
  });
  catchLinks(document, journey, arrivals);
  keepAnchor(document, window);
  openForPaper(window);
  beginKeeping(answer.value, newer, (title) => say('safety.second', { title: title || say('notes.untitled') }));
  createRoot(root).render(
    <SettingsProvider start={answer.value}>
      <Root>
        <App journey={journey} arrivals={arrivals} />
      </Root>
    </SettingsProvider>,
  );
  hearLeaving(say);
  hearProblems(say, window);
  hearDays();
  hearSources();
  loadRestWhenIdle();
}

const here = (): string => `${location.pathname}${location.search}${location.hash}`;

const root = document.getElementById('root');
if (root) void start(root);
