import { useEffect, useState } from 'react';
import type { UpdateAhead } from '#bridge/packs.ts';
import { bridge } from '#kit/bridge.ts';
import type { OfferedUpdate } from '#store/packs/update-look.ts';

/** What an update is known to change without asking anybody; `null` while that is nothing. `again`: asked anew when it changes. */
export function useAhead(update: OfferedUpdate, again: unknown): UpdateAhead | null {
  const [known, setKnown] = useState<UpdateAhead | null>(null);
  const { source, sha256, pack } = update;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` says that more may be here by now
  useEffect(() => {
    let isLate = false;
    void bridge()
      .call['sources:ahead'](source, pack.id, sha256, pack.hash)
      .then((answer) => {
        if (!isLate) setKnown(answer.ok ? answer.value : null);
      });
    return () => {
      isLate = true;
    };
  }, [source, sha256, pack.id, pack.hash, again]);
  return known;
}
