import { useState } from 'react';
import type { SourceView } from '#bridge/packs.ts';
import { withheldFault, withheldNow } from '#domain/pack/source.ts';
import { useSay } from '#kit/words.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { Button } from '#ui/button.tsx';
import { SourcePack } from './source-pack.tsx';
import { gives, offerOf } from './source-state.ts';

/** Packs that are drawn at first, and with each step more: a source may have thousands. */
const STEP = 50;
const ORDER = { replace: 0, update: 1, install: 2, none: 3 } as const;

interface SourcePacksProps {
  readonly source: SourceView;
  readonly packs: readonly InstalledPack[];
  readonly now: Date;
}

/** What a source has: what is new first. */
export function SourcePacks({ source, packs, now }: SourcePacksProps) {
  const say = useSay();
  const [most, setMost] = useState(STEP);
  const { known } = source;
  if (known.packs.length === 0) return null;
  const isGiven = gives(source, now);
  const withheld = withheldNow(known, now);
  const left = known.packs.length - most;
  // Few stay as the source has them.
  const shown =
    left <= 0 ? known.packs : known.packs.toSorted((a, b) => ORDER[offerOf(a, packs)] - ORDER[offerOf(b, packs)]);
  return (
    <>
      <ul className="packs-source__packs" aria-label={say('sources.packs', { source: source.name })}>
        {shown.slice(0, most).map((pack) => (
          <SourcePack
            key={pack.id}
            source={source}
            pack={pack}
            packs={packs}
            isGiven={isGiven && withheldFault(pack, withheld) === null}
          />
        ))}
      </ul>
      {left > 0 ? (
        <div className="row">
          <Button kind="tool" onClick={() => setMost(most + STEP)}>
            {say('sources.packs.more', { count: Math.min(STEP, left), left })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
