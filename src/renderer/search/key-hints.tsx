import { useSay } from '#kit/words.ts';
import { noteAtHand } from '#store/notes/note-at-hand.ts';
import { Keys } from '#ui/keys.tsx';

/** The keys that work in the results. */
export function KeyHints() {
  const say = useSay();
  const note = noteAtHand.use();
  return (
    <div className="search-keys sat-keyhint sat-notnarrow">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {say('search.keys.move')}
      </span>
      <span>
        <kbd>Enter</kbd> {say('search.keys.open')}
      </span>
      {note !== null && (
        <span>
          <Keys keys="Ctrl+Enter" /> {say('search.keys.beside')}
        </span>
      )}
      <span>
        <Keys keys="Ctrl+Shift+F" /> {say('search.keys.filters')}
      </span>
      <span>
        <kbd>Esc</kbd> {say('search.keys.box')}
      </span>
    </div>
  );
}
