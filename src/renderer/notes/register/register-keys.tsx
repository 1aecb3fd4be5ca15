import { useSay } from '#kit/words.ts';

/** The keys that work in the rows. */
export function RegisterKeys() {
  const say = useSay();
  return (
    <>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {say('register.keys.move')}
      </span>{' '}
      <span>
        <kbd>Space</kbd> {say('register.keys.choose')}
      </span>{' '}
      <span>
        <kbd>Enter</kbd> {say('register.keys.open')}
      </span>
    </>
  );
}
