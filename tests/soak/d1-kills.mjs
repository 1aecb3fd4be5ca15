import { end } from '../../scripts/runtime/launch.mjs';
import { killRounds, OLDEST_LOST } from './kill.mjs';
import { openProfile } from './profile.mjs';

const KILLS = 100;

/** @type {import('../../scripts/soak.mjs').Row} */
export async function soakKills(bench, progress) {
  /** @type {import('./kill.mjs').Kill[]} */
  const kills = [];
  const { app } = await killRounds(KILLS, openProfile(bench).start, (kill, round) => {
    kills.push(kill);
    progress(`${round} of ${KILLS}, ${kill.kept} words`);
  });
  await end(app);
  const oldest = Math.max(...kills.map(({ lost }) => lost));
  return {
    figures: {
      kills: kills.length,
      'words kept': kills.at(-1)?.kept ?? 0,
      'kills that lost no word': kills.filter(({ lost }) => lost === 0).length,
      'words lost, most in a kill': Math.max(...kills.map(({ typed, kept }) => typed - kept)),
      'oldest word lost, ms': oldest,
      'kills after which the journal is behind': kills.filter((kill) => kill.journalled < kill.kept).length,
    },
    wrong: oldest > OLDEST_LOST ? [`A word that was ${oldest} ms old was lost; at most ${OLDEST_LOST} may be.`] : [],
  };
}
