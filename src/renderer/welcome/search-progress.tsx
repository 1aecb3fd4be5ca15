import { useSay } from '#kit/words.ts';
import type { IndexState } from '#store/packs/index-state.ts';
import { Meter } from '#ui/meter.tsx';

interface SearchProgressProps {
  readonly ready: boolean;
  readonly index: IndexState;
  /** Packs that will be searched in the end, installed by now or not. */
  readonly total: number;
}

/** How far search is: in words, then as a bar. Packs that are still to be installed count as not done. */
export function SearchProgress({ ready, index, total }: SearchProgressProps) {
  const say = useSay();
  const done = ready ? total : Math.min(index.packsDone, total);
  const part = index.packsDone < index.packsTotal ? index.percent / 100 : 0;
  const value = ready ? 1 : total === 0 ? 0 : Math.min(1, (done + part) / total);
  const words = say(ready ? 'welcome.progress.done' : 'welcome.progress', { done, total });
  const percent = say('welcome.progress.percent', { percent: Math.floor(value * 100) });
  return (
    <div className="welcome-progress">
      <p className="row row--between small">
        <span>{words}</span>
        {ready ? null : <span className="muted">{percent}</span>}
      </p>
      <Meter label={words} value={value} text={percent} />
    </div>
  );
}
