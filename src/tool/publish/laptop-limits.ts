import { MOST_BYTES } from '#pack/trust/carrier-fetcher.ts';
import { MOST_ROLES } from '#pack/trust/metadata-shape.ts';
import { Failure } from '#tool/failure.ts';
import type { Repository } from './repository.ts';

/**
 * A laptop that is given more withholds the publisher or the whole source. What was too much before and does not grow
 * may be signed: else nobody else could publish there, and nothing could be taken out.
 * @throws Failure where laptops would not read what is to be written
 */
export function demandReadable(before: Repository | null, next: Repository): void {
  const most = new Map<string, number>(Object.entries(MOST_BYTES));
  for (const [role, size] of sizesOf(next)) {
    const limit = most.get(role) ?? MOST_BYTES.targets;
    if (size <= limit || (before !== null && size <= (sizesOf(before).get(role) ?? 0))) continue;
    throw new Failure(
      `Nothing was signed: the metadata of ${role} would have ${counted(size)} bytes, and laptops read no more than ${counted(limit)}. ${wayOut(role, next)}`,
    );
  }
  if (next.publishers.size > MOST_ROLES && next.publishers.size > (before?.publishers.size ?? 0))
    throw new Failure(
      `Nothing was signed: the repository would have ${next.publishers.size} publishers, and laptops take no more than ${MOST_ROLES}. Found another one.`,
    );
}

const sizesOf = ({ root, targets, publishers, snapshot, timestamp }: Repository): ReadonlyMap<string, number> =>
  new Map([
    ['root', root.bytes.length],
    ['targets', targets.bytes.length],
    ['snapshot', snapshot.bytes.length],
    ['timestamp', timestamp.bytes.length],
    ...[...publishers].map(([role, { bytes }]) => [role, bytes.length] as const),
  ]);

function wayOut(role: string, { publishers }: Repository): string {
  const packs = Object.keys(publishers.get(role)?.signed.targets ?? {}).length;
  return packs === 0
    ? 'Give it fewer keys and publishers.'
    : `It has ${packs} packs: take some out with satchel withdraw, or let another publisher have some.`;
}

const counted = (count: number): string => count.toLocaleString('en-GB');
