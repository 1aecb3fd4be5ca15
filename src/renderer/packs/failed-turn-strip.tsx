import { problemWords } from '#domain/words/problem-words.ts';
import { useSay } from '#kit/words.ts';
import { dismissFailedTurn, useFailedTurn } from '#store/packs/other-release.ts';
import { ClosableStrip } from './closable-strip.tsx';

/** Why the pack is not at its other release. */
export function FailedTurnStrip() {
  const say = useSay();
  const failed = useFailedTurn();
  if (!failed) return null;
  const { fact, more } = problemWords(failed.problem, say);
  return (
    <ClosableStrip tone="bad" fact={fact} name={failed.pack.title} onClose={dismissFailedTurn}>
      {more}
    </ClosableStrip>
  );
}
