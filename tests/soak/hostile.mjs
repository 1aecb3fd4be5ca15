import { runPlaywright } from '../../scripts/checks/tests.mjs';

/**
 * Every hostile string, where `npm test` takes a share of them: as a title, as front matter, as a question.
 * @returns {Promise<import('../../scripts/soak.mjs').Outcome>}
 */
export async function soakHostile() {
  process.env.SATCHEL_HOSTILE = 'all';
  const { ok, results } = await runPlaywright({ files: ['hostile.spec'] });
  const wrong = results.filter(({ outcome }) => outcome === 'failed').map(({ titles }) => titles.join(' › '));
  return {
    figures: { 'tests that passed': results.filter(({ outcome }) => outcome === 'passed').length },
    wrong: ok || wrong.length > 0 ? wrong : ['the run in the window'],
  };
}
