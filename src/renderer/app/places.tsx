import { type Screen as At, toAddress } from '#domain/address.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSay } from '#store/words.ts';
import { Icon, type IconName } from '#ui/icon.tsx';

interface Place {
  readonly screen: 'library' | 'packs' | 'settings' | 'help';
  readonly word: WordKey;
  readonly icon: IconName;
}

const TOP: readonly Place[] = [
  { screen: 'library', word: 'shell.library', icon: 'library' },
  { screen: 'packs', word: 'shell.packs', icon: 'pack' },
];
const FOOT: readonly Place[] = [
  { screen: 'settings', word: 'shell.settings', icon: 'settings' },
  { screen: 'help', word: 'shell.help', icon: 'help' },
];

export interface PlacesProps {
  readonly screen: At | null;
  /** Hidden by the person, in windows that have room for the column. */
  readonly hidden: boolean;
  /** Opened by "Menu", in narrow windows. */
  readonly open: boolean;
  readonly contextRef: (slot: Element | null) => void;
}

export function Places({ screen, hidden, open, contextRef }: PlacesProps) {
  const say = useSay();
  const row = ({ screen: name, word, icon }: Place) => (
    <li key={name}>
      <a className="sat-place" href={toAddress({ screen: name })} aria-current={current(name, screen)}>
        <Icon name={icon} />
        <span>{say(word)}</span>
      </a>
    </li>
  );
  const state = `${hidden ? ' is-hidden' : ''}${open ? ' is-open' : ''}`;
  return (
    <nav
      id="places"
      className={`sat-side${state}`}
      aria-label={say('shell.places')}
      data-region=""
      data-keep-scroll="places"
    >
      <ul className="plain">{TOP.map(row)}</ul>
      <div ref={contextRef} />
      <ul className="plain sat-side__end">{FOOT.map(row)}</ul>
    </nav>
  );
}

/** The pages of a pack are in the Library. A place that is not the screen itself is `true`, not `page`. */
function current(place: Place['screen'], screen: At | null): 'page' | 'true' | undefined {
  if (!screen) return undefined;
  if (screen.screen === place) return 'page';
  return place === 'library' && (screen.screen === 'read' || screen.screen === 'search') ? 'true' : undefined;
}
