import type { ReactNode } from 'react';
import { useSay } from '#store/words.ts';

interface DeadLinkProps {
  /** The address that it named, where a person can read it. */
  readonly address: string | undefined;
  readonly children?: ReactNode;
}

/** Words that were a link to something the pack does not have, or to an address that is not opened. */
export function DeadLink({ address, children }: DeadLinkProps) {
  const say = useSay();
  return (
    <>
      {children}{' '}
      <span className="sat-dead">
        {address === undefined ? say('reader.dead') : say('reader.dead.address', { address })}
      </span>
    </>
  );
}

/** A picture that the pack does not have; `children` is what it shows, in words. */
export function MissingImage({ children }: { readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <span className="sat-missing">
      {say('reader.image.missing.plain')}
      {children ? ': ' : null}
      {children}
    </span>
  );
}
