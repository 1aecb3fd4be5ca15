import { useSay } from '#kit/words.ts';
import { useInstalls } from '#store/packs/installs.ts';
import type { InstalledPack } from '#store/packs/packs.ts';
import { useRemoval } from '#store/packs/removals.ts';
import { putBack, useStarters } from '#store/packs/starters.ts';
import { Button } from '#ui/button.tsx';
import { screenTitle } from './screen-title.ts';

/**
 * Packs that came with the app and are not installed: each can be put back. Absent when there are none. The one that
 * was removed last is left out while the message about it offers the same.
 */
export function MissingStarters({ packs }: { readonly packs: readonly InstalledPack[] }) {
  const say = useSay();
  const starters = useStarters() ?? [];
  const under = useInstalls().flatMap(({ pack, at }) =>
    pack && (at.stage === 'waiting' || at.stage === 'asking' || at.stage === 'running') ? [pack.id] : [],
  );
  const offered = useRemoval()?.pack.id;
  const here = new Set([...packs.map(({ id }) => id), ...under, ...(offered === undefined ? [] : [offered])]);
  const missing = starters.flatMap(({ found }) =>
    'manifest' in found && !here.has(found.manifest.id) ? [found.manifest] : [],
  );
  if (missing.length === 0) return null;
  return (
    <section className="sat-sec" aria-labelledby="packs-starters">
      <h2 className="sat-h2" id="packs-starters">
        {say('packs.starters')}
      </h2>
      <p>{say('packs.starters.more')}</p>
      <div className="row packs-starters">
        {missing.map(({ id, title }) => (
          <Button
            key={id}
            kind="tool"
            onClick={(event) => {
              screenTitle(event.currentTarget)?.focus();
              void putBack(id);
            }}
          >
            {say('packs.starters.putBack', { pack: title })}
          </Button>
        ))}
      </div>
    </section>
  );
}
