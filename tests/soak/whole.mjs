import { runPlaywright } from '../../scripts/checks/tests.mjs';

/**
 * Whatever `npm test` takes a share of in the real window, whole: every hostile string, corpus, size and look, and the import of 5,000 files.
 * @returns {Promise<import('../../scripts/soak.mjs').Outcome>}
 */
export async function soakWhole() {
  process.env.SATCHEL_WHOLE = 'yes';
  const { ok, results } = await runPlaywright({ files: ['hostile.spec', 'corpora.spec', 'limits.spec', 'rows-u', 'rows-f4'] });
  const wrong = results.filter(({ outcome }) => outcome === 'failed').map(({ titles }) => titles.join(' › '));
  return {
    figures: { 'tests that passed': results.filter(({ outcome }) => outcome === 'passed').length },
    wrong: ok || wrong.length > 0 ? wrong : ['the run in the window'],
  };
}
