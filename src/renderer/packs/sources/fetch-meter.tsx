import type { FetchProgress } from '#bridge/packs.ts';
import { bridge } from '#kit/bridge.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Meter } from '#ui/meter.tsx';

/** How far a release has come, and a way to stop. */
export function FetchMeter({
  fetching: { pack, done, total, filesDone, files },
}: {
  readonly fetching: FetchProgress;
}) {
  const say = useSay();
  const part = total === 0 ? 1 : done / total;
  const text = say('sources.fetching.files', { filesDone, files, percent: Math.floor(part * 100) });
  return (
    <div className="packs-progress">
      <Meter label={say('sources.fetching', { pack })} value={part} text={text} />
      <span className="small">{text}</span>
      <Button kind="tool" onClick={() => void bridge().call['sources:stop']()}>
        {say('sources.stop')}
      </Button>
    </div>
  );
}
