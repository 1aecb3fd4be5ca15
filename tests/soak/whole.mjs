import { runPlaywright } from '../../scripts/checks/tests.mjs';

/** Where `WHOLE` or `IN_WHOLE` of `tests/support/whole.ts` stands. */
const FILES = ['corpora', 'hostile', 'limits', 'note', 'pack-releases', 'rows-u'].map((name) => `/${name}`);

/**
 * Whatever `npm test` takes a share of in the real window, whole: every hostile string, corpus, size and look.
 * @returns {Promise<import('../../scripts/soak.mjs').Outcome>}
 */
export async function soakWhole() {
  process.env.SATCHEL_WHOLE = 'yes';
  const { ok, results } = await runPlaywright({ files: FILES });
  const wrong = results.filter(({ outcome }) => outcome === 'failed').map(({ titles }) => titles.join(' › '));
  return {
    figures: { 'tests that passed': results.filter(({ outcome }) => outcome === 'passed').length },
    wrong: ok || wrong.length > 0 ? wrong : ['the run in the window'],
  };
}
