import { Fragment } from 'react';
import type { Run } from '#search/results.ts';

/** Text with the found words marked and letter words explained. Always text: markup in content stays what it is, letters. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  // Runs of one answer never move, so their place is their key.
  return runs.map((run, at) => {
    const key = `${at}`;
    return (
      <Fragment key={key}>
        {run.found ? <mark>{run.text}</mark> : run.text}
        {run.meaning === undefined ? null : <span className="muted"> ({run.meaning})</span>}
      </Fragment>
    );
  });
}
