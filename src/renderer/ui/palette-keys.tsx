import { Keys } from './keys.tsx';

interface PaletteKeysProps {
  /** What the arrows do. */
  readonly move: string;
  /** What Enter does. */
  readonly choose: string;
}

/** The keys that work in a palette, for its foot. A screen reader tells them of the box itself. */
export function PaletteKeys({ move, choose }: PaletteKeysProps) {
  return (
    <>
      <span aria-hidden="true">
        <Keys keys="Up" /> <Keys keys="Down" /> {move}
      </span>
      <span aria-hidden="true">
        <Keys keys="Enter" /> {choose}
      </span>
    </>
  );
}
