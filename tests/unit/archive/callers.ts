import { openBundle } from '#bundle/open-bundle.ts';
import type { Problem } from '#domain/problem.ts';
import { type ForgedEntry, makeEntries } from '#support/make-pack.ts';
import { takePack } from '../pack/read/outcome.ts';

/** Somebody who opens archives. */
export interface Caller {
  readonly ending: string;
  /** What it opens and takes whole. */
  readonly right: readonly ForgedEntry[];
  /** Opens and takes everything: what it said, `none` where nothing was refused. */
  readonly refusal: (path: string) => Promise<string>;
}

/** `unsafe name`, `damaged`: without whose problem it is. */
const told = (problem: Problem): string => {
  const code = problem.code.replace(/^(?:pack|bundle)-/, '').replace(/^not-a-.*/, 'not-one');
  return 'reason' in problem ? `${code} ${problem.reason}` : code;
};

const CRATE = {
  '@graph': [
    { '@id': './', '@type': 'Dataset', hasPart: [{ '@id': './a/' }] },
    { '@id': './a/', '@type': 'Dataset', name: 'A' },
  ],
};

/** Packs and files of notes. */
export const callers = async (): Promise<Readonly<Record<'pack' | 'bundle', Caller>>> => ({
  pack: {
    ending: '.satchel',
    right: await makeEntries(),
    async refusal(path) {
      const outcome = await takePack(path);
      return 'problem' in outcome ? told(outcome.problem) : 'none';
    },
  },
  bundle: {
    ending: '.eln',
    right: [
      { name: 'x/ro-crate-metadata.json', bytes: Buffer.from(JSON.stringify(CRATE)) },
      { name: 'x/a/b.txt', bytes: Buffer.from('a file of the note') },
    ],
    async refusal(path) {
      const opened = await openBundle(path);
      if (!opened.ok) return told(opened.problem);
      await opened.value.close();
      return 'none';
    },
  },
});
