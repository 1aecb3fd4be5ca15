import { type Screen as At, NEW_NOTE, toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import { IconButton } from '#ui/button.tsx';
import { Icon, Mark } from '#ui/icon.tsx';
import type { Arrival, Journey } from './history.ts';
import { SearchBox } from './search-box.tsx';
import { useKeysWords } from './use-keys-words.ts';

export interface TopBarProps {
  readonly journey: Journey;
  readonly arrival: Arrival;
  readonly screen: At | null;
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
}

export function TopBar({ journey, arrival, screen, menuOpen, onMenu }: TopBarProps) {
  const say = useSay();
  const keysWords = useKeysWords();
  return (
    <header className="sat-top" data-region="">
      <a className="sat-brand" href={toAddress({ screen: 'library' })} aria-label={say('shell.home')}>
        <Mark />
        <span>{say('app.name')}</span>
      </a>
      <div className="sat-hist">
        <IconButton
          icon="back"
          label={keysWords(say('shell.back'), 'back')}
          idle={!journey.canBack()}
          onClick={() => journey.back()}
        />
        <IconButton
          icon="forward"
          label={keysWords(say('shell.forward'), 'forward')}
          idle={!journey.canForward()}
          onClick={journey.forward}
        />
      </div>
      <SearchBox journey={journey} arrival={arrival} screen={screen} />
      <div className="sat-top__end">
        <a className="govuk-button govuk-button--secondary" href={toAddress(NEW_NOTE)}>
          <Icon name="plus" />
          {say('shell.newNote')}
        </a>
      </div>
      <button
        type="button"
        className="sat-btn sat-menubtn"
        aria-expanded={menuOpen}
        aria-controls="places"
        onClick={onMenu}
      >
        <Icon name="menu" />
        {say('shell.menu')}
      </button>
    </header>
  );
}
