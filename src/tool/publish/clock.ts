import { Failure } from '#tool/failure.ts';
import { dayHere } from './day-here.ts';
import type { Repository } from './repository.ts';
import { DAYS } from './role.ts';
import type { AnySigned, SignedFile } from './signed-file.ts';

export const CLOCK_OPTION = { 'clock-is-right': { type: 'boolean' as const, default: false } };

export const CLOCK_USAGE = `  --clock-is-right   sign although the clock is before what was signed last, or years after it`;

const DAY = 86_400_000;
/** Two people's clocks are not the same to the minute. */
const TOLERANCE = DAY;
/** A repository that nobody signed for longer is given up or its clock is wrong. */
const MOST_AHEAD = 730 * DAY;

/**
 * What is signed by a wrong clock is over at once, or good for decades in the hands of a thief.
 * @throws Failure where the time cannot be true beside that of the signatures that are there
 */
export function demandClock({ root, targets, publishers, snapshot, timestamp }: Repository, now: Date): void {
  const last = Math.max(
    signedAt(root, DAYS.root),
    signedAt(targets, DAYS.targets),
    signedAt(snapshot, DAYS.snapshot),
    signedAt(timestamp, DAYS.timestamp),
    ...[...publishers.values()].map((file) => signedAt(file, DAYS.publisher)),
  );
  if (now.getTime() < last - TOLERANCE)
    throw new Failure(
      `The clock says ${dayHere(now)}, and the repository was signed on ${dayHere(new Date(last))}: set the clock, or say --clock-is-right if it is.`,
    );
  const until = now.getTime() + DAYS.timestamp * DAY;
  const before = timestamp.signed.expires;
  if (until - Date.parse(before) > MOST_AHEAD)
    throw new Failure(
      `The clock says ${dayHere(now)}, and the repository was good until ${dayHere(before)}, more than two years before what would be signed now: set the clock, or say --clock-is-right if it is.`,
    );
}

/** Nothing says when a file was signed, but it was good for its role's whole time from then. */
const signedAt = ({ signed }: SignedFile<AnySigned>, days: number): number => Date.parse(signed.expires) - days * DAY;
