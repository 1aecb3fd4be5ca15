import type { Aged } from '#domain/journal/retention.ts';
import { isHalf } from '#files/half-file.ts';

/** No longer than numbers can be counted on from. */
const NAME = /^(\d{6,15})-(\d{4}-\d{2}-\d{2})\.json\.gz$/;

/** Sequence first: names sort as snapshots were made, whatever the clock said. */
export const snapshotName = ({ sequence, day }: Aged): string => `${String(sequence).padStart(6, '0')}-${day}.json.gz`;

/** What a file's name says, or `null` when it is no snapshot of ours. */
export function readSnapshotName(name: string): Aged | null {
  const match = NAME.exec(name);
  return match ? { sequence: Number(match[1]), day: match[2] ?? '' } : null;
}

/** A snapshot that was not finished. */
export const isPart = (name: string): boolean => isHalf(name) || name.endsWith('.json.gz.part');
