import { useEffect } from 'react';
import { tellOutcome } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { useComparison } from '#store/recovery/comparison.ts';
import { useSpace } from '#store/recovery/disk-space.ts';

/** Draws nothing: tells the status bar and screen readers, on every screen, what was restored. The shell has it once. */
export function RecoveryTeller() {
  const say = useSay();
  const comparison = useComparison();
  useEffect(() => {
    if (comparison.at === 'refused') tellOutcome(say('safety.refused'));
    if (comparison.at !== 'done' || comparison.read) return;
    const { restored, unread } = comparison.found;
    if (unread > 0) tellOutcome(say('safety.unread', { count: unread }));
    else if (restored > 0) tellOutcome(say('safety.restored', { count: restored }));
  }, [comparison, say]);
  const low = useSpace()?.low ?? false;
  useEffect(() => {
    if (low) tellOutcome(say('problem.disk-low'));
  }, [low, say]);
  return null;
}
