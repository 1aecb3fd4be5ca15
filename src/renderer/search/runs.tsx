import type { Run } from '#search/results.ts';

/** Text with the found words marked. Always text: markup in content stays what it is, letters. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  // Runs of one answer never move, so their place is their key.
  return runs.map((run, at) => {
    const key = `${at}`;
    return run.found ? <mark key={key}>{run.text}</mark> : <span key={key}>{run.text}</span>;
  });
}
