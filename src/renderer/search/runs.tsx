import { Fragment } from 'react';
import { useSay } from '#kit/words.ts';
import type { Run } from '#search/results.ts';

/** Text with the found words marked and letter words explained. Always text: markup in content stays what it is, letters. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const say = useSay();
  // Runs of one answer never move, so their place is their key.
  return runs.map((run, at) => {
    const key = `${at}`;
    return (
      <Fragment key={key}>
        {run.found ? <mark>{run.text}</mark> : run.text}
        {run.meaning === undefined ? null : (
          <span className="muted">
            {' ('}
            {run.meaningFrom === undefined
              ? run.meaning
              : say('search.meaning.from', { meaning: run.meaning, pack: run.meaningFrom })}
            )
          </span>
        )}
      </Fragment>
    );
  });
}
