import { runPlaywright, runVitest } from '../../scripts/checks/tests.mjs';

/** Where `WHOLE` or `IN_WHOLE` of `tests/support/whole.ts` stands. */
const UNITS = ['tests/unit/tool/adopt/corpora.test.ts', 'tests/unit/main/packs/sources/any-carrier.test.ts'];
const FILES = ['all-states', 'corpora', 'hostile', 'limits', 'note', 'pack-releases', 'rows-f4', 'rows-u'].map(
  (name) => `/${name}`,
);

/**
 * Whatever `npm test` takes a share of, whole: every hostile string, corpus, size and look, an import of 5,000 files.
 * @returns {Promise<import('../../scripts/soak.mjs').Outcome>}
 */
export async function soakWhole() {
  process.env.SATCHEL_WHOLE = 'yes';
  const units = await runVitest({ files: UNITS });
  const window = await runPlaywright({ files: FILES });
  const ok = units.ok && window.ok;
  const results = [...units.results, ...window.results];
  const wrong = results.filter(({ outcome }) => outcome === 'failed').map(({ titles }) => titles.join(' › '));
  return {
    figures: { 'tests that passed': results.filter(({ outcome }) => outcome === 'passed').length },
    wrong: ok || wrong.length > 0 ? wrong : ['the run'],
  };
}
