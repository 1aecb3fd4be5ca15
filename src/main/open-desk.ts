import { ARGUMENTS } from './arguments.ts';
import { openBackups } from './backups.ts';
import { freeSpace } from './free-space.ts';
import type { Guards } from './guards.ts';
import type { Answers } from './handle.ts';
import { type Desk, handlersAt } from './handlers.ts';
import type { Home } from './home.ts';
import type { Ballast } from './journal/ballast.ts';
import { openKeeper } from './keeper.ts';
import type { Log } from './log.ts';
import { openOffers } from './offers.ts';
import { openSafety } from './safety.ts';
import { safetyEffects } from './safety-effects.ts';
import { openSnapshots, snapshotEffects } from './snapshots/snapshots.ts';
import { startOf } from './start.ts';

/** What stands before the window does. */
export interface Early
  extends Pick<Desk, 'window' | 'settings' | 'leaving' | 'facts' | 'starters' | 'takeWaiting' | 'receive'> {
  readonly home: Home;
  readonly log: Log;
  readonly guards: Guards;
  readonly ballast: Ballast;
  /** Opens the window anew on a store in memory. */
  readonly guidance: () => void;
}

/** The answers to all that the window asks once it stands. Loaded with the first of them, so that it stands sooner. */
export function openDesk({ home, log, guards, ballast, guidance, ...early }: Early): Answers {
  const { settings, facts, window } = early;
  const today = () => startOf(settings.current(), facts).today;
  const snapshots = openSnapshots(home.snapshots, null, snapshotEffects(today));
  const keeper = openKeeper(home, snapshots);
  const backups = openBackups(snapshots, keeper, facts.version, () => [
    { table: 'settings', rows: [settings.current()] },
  ]);
  const safety = openSafety(home.folder, guards, backups, ballast, log, {
    ...safetyEffects(home, window),
    guidance,
  });
  const offers = openOffers(() => freeSpace(home.profile));
  return {
    args: ARGUMENTS,
    handlers: handlersAt({ ...early, offers, keeper, backups, safety, files: home.files }),
  };
}
