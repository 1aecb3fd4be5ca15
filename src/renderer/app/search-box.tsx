import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { keysOf } from '#bridge/shortcuts.ts';
import { type Screen as At, NO_FILTERS, toAddress, toScreen } from '#domain/address.ts';
import { useCommandHandler } from '#kit/command-handlers.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Icon } from '#ui/icon.tsx';
import { Keys } from '#ui/keys.tsx';
import type { Arrival, Journey } from './history.ts';
import { focusFirstResult, openFirstResult, resultKey } from './result-keys.ts';

export interface SearchBoxProps {
  readonly journey: Journey;
  readonly arrival: Arrival;
  readonly screen: At | null;
}

/** The box in the bar. The words live in the address; the box only holds them while they are typed. */
export function SearchBox({ journey, arrival, screen }: SearchBoxProps) {
  const say = useSay();
  const settings = useSettings();
  const box = useRef<HTMLInputElement>(null);
  const searching = screen?.screen === 'search' ? screen : null;
  const query = searching?.query ?? '';
  const [words, setWords] = useState(query);
  const [focused, setFocused] = useState(false);
  /** The step of the journey that this box began: before it lies what the list covers. */
  const begun = useRef('');

  // The address wins whenever it was not the box that changed it.
  const [seen, setSeen] = useState({ query, arrival });
  if (seen.query !== query || seen.arrival !== arrival) {
    setSeen({ query, arrival });
    if (!focused || !['typed', 'replaced', 'uncovered'].includes(arrival)) setWords(query);
  }

  const look = (text: string) => {
    const now = journeySearch(journey);
    const to: At = { ...(now ?? { screen: 'search', ...NO_FILTERS }), query: text };
    journey.go(toAddress(to), now ? 'replace' : 'push', true);
    if (!now) begun.current = journey.entry().key;
  };
  const type = (text: string) => {
    setWords(text);
    if (text.trim() !== '' || journeySearch(journey)) look(text);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        if (words.trim() === '') return;
        if (journeySearch(journey)?.query !== words) look(words);
        openFirstResult(document, words, event.ctrlKey);
        return;
      case 'ArrowDown':
        event.preventDefault();
        if (words.trim() !== '' && journeySearch(journey)?.query !== words) look(words);
        else focusFirstResult(document);
        return;
      case 'Escape':
        event.preventDefault();
        // Once gives back what the list covered and keeps the words; twice empties the box.
        if (begun.current === journey.entry().key && journey.canBack()) journey.back(true);
        else if (journeySearch(journey)?.query) look('');
        else type('');
        return;
    }
  };

  useCommandHandler('search', () => {
    box.current?.focus();
    box.current?.select();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (box.current && !event.defaultPrevented && resultKey(document, event, box.current)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const [shortcut] = keysOf('search', settings);
  const hint = focused && words !== '' ? 'Escape' : shortcut;
  return (
    <search className="sat-search">
      <Icon name="search" />
      <label className="vh" htmlFor="search-box">
        {say('shell.search')}
      </label>
      <input
        ref={box}
        id="search-box"
        data-region-first=""
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={say('shell.search')}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={pressed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {hint !== undefined && (
        <span className="keys" aria-hidden="true">
          <Keys keys={hint === 'Escape' ? 'Esc' : hint} />
        </span>
      )}
    </search>
  );
}

/** What the present address searches for; the screen in sight may lag behind it. */
function journeySearch(journey: Journey): Extract<At, { screen: 'search' }> | null {
  const screen = toScreen(journey.entry().address);
  return screen?.screen === 'search' ? screen : null;
}
