import { ALL_NOTES, type Screen as At, type ScreenName, toAddress } from '#domain/address.ts';
import type { WordKey } from '#domain/words/words.ts';
import { useSay } from '#kit/words.ts';
import { Icon, type IconName } from '#ui/icon.tsx';

interface Place {
  readonly at: At;
  readonly word: WordKey;
  readonly icon: IconName;
}

/** The column of places: one entry each. */
const TOP: readonly Place[] = [
  { at: { screen: 'library' }, word: 'shell.library', icon: 'library' },
  { at: ALL_NOTES, word: 'shell.notes', icon: 'experiment' },
  { at: { screen: 'packs' }, word: 'shell.packs', icon: 'pack' },
];
const FOOT: readonly Place[] = [
  { at: { screen: 'settings' }, word: 'shell.settings', icon: 'settings' },
  { at: { screen: 'help' }, word: 'shell.help', icon: 'help' },
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
  const row = ({ at, word, icon }: Place) => (
    <li key={word}>
      <a className="sat-place" href={toAddress(at)} aria-current={current(at.screen, screen)}>
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

const IN_NOTES: ReadonlySet<ScreenName> = new Set(['note', 'new', 'share', 'import']);

/** The pages of a pack are in the Library, a note is in Notes. A place that is not the screen itself is `true`, not `page`. */
function current(place: Place['at']['screen'], screen: At | null): 'page' | 'true' | undefined {
  if (!screen) return undefined;
  if (screen.screen === place) return 'page';
  if (place === 'notes') return IN_NOTES.has(screen.screen) ? 'true' : undefined;
  return place === 'library' && (screen.screen === 'read' || screen.screen === 'search') ? 'true' : undefined;
}
