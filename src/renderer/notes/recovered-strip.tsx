import { sizeWords } from '#domain/size.ts';
import { problemWords } from '#domain/words/problem-words.ts';
import { useStart } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useFolder } from '#store/recovery/backups.ts';
import { dismissComparison, useComparison } from '#store/recovery/comparison.ts';
import { ENOUGH, useSpace } from '#store/recovery/disk-space.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** What the comparison at the start put back, until it is closed. Draws nothing where all was as it should be. */
export function RecoveredStrip() {
  const say = useSay();
  const comparison = useComparison();
  if (comparison.at === 'running') return null;
  if (comparison.at === 'refused') {
    const { fact, more } = problemWords(comparison.problem, say);
    return (
      <Strip tone="bad" fact={say('safety.refused')}>
        {fact} {more}
      </Strip>
    );
  }
  const { restored, copies, unread } = comparison.found;
  return (
    <>
      {unread > 0 && (
        <Strip tone="bad" fact={say('safety.unread', { count: unread })}>
          {say('safety.unread.more', { count: unread })}
        </Strip>
      )}
      {restored > 0 && !comparison.read && (
        <Strip tone="warn" fact={say('safety.restored', { count: restored })}>
          {say('safety.restored.more')} {copies > 0 && say('safety.copies', { count: copies })}{' '}
          <Button kind="tool" onClick={dismissComparison}>
            {say('safety.close')}
          </Button>
        </Strip>
      )}
    </>
  );
}

/** What stands in the way of writing now. */
export function DiskStrip() {
  const say = useSay();
  const { guidanceOnly, settings } = useStart();
  const space = useSpace();
  const folder = useFolder();
  return (
    <>
      {guidanceOnly && (
        <Strip tone="info" fact={say('safety.guidanceOnly')}>
          {say('safety.guidanceOnly.more')}
        </Strip>
      )}
      {space?.low && (
        <Strip tone="bad" fact={say('safety.low', { free: sizeWords(space.free, settings.language) })}>
          {say('safety.low.more', { needed: sizeWords(ENOUGH, settings.language) })}
        </Strip>
      )}
      {space?.unsteady && (
        <Strip tone="warn" fact={say('safety.unsteady')}>
          {say('safety.unsteady.more', { folder })}
        </Strip>
      )}
    </>
  );
}
