import { Fragment } from 'react';

const SIGNS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓', Plus: '+' };

/** Keys inside a sentence. */
export const keysText = (keys: string): string =>
  keys
    .replace(/\+Plus$/, ' +')
    .replace(/\+-$/, ' −')
    .replace(/\w+$/, (cap) => SIGNS[cap] ?? cap);

/** `Ctrl+Shift+P` as key caps. `Ctrl++` cannot be written; the plus key is `Plus`. */
export function Keys({ keys }: { readonly keys: string }) {
  const caps = keys.split('+').map((cap) => SIGNS[cap] ?? cap);
  return (
    <span className="nowrap">
      {caps.map((cap, at) => (
        <Fragment key={cap}>
          {at > 0 && ' '}
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
