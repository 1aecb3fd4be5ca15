import { toAddress } from '#domain/address.ts';
import { useSay } from '#kit/words.ts';
import type { PageLink } from '#store/packs/pages.ts';

interface NeighboursProps {
  readonly pack: string;
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
}

/** The pages before and after this one in the pack's order. */
export function Neighbours({ pack, previous, next }: NeighboursProps) {
  const say = useSay();
  if (!previous && !next) return null;
  return (
    <nav className="reader-neighbours" aria-label={say('reader.pages')}>
      {previous ? (
        <span>
          <span className="small muted">{say('reader.previous')}</span>
          <a href={toAddress({ screen: 'read', pack, page: previous.id })}>{previous.title}</a>
        </span>
      ) : (
        <span />
      )}
      {next ? (
        <span className="reader-neighbours__next">
          <span className="small muted">{say('reader.next')}</span>
          <a href={toAddress({ screen: 'read', pack, page: next.id })}>{next.title}</a>
        </span>
      ) : null}
    </nav>
  );
}
