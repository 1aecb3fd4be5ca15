import { join } from 'node:path';
import type { ListedRelease, PackSource, SourceKnown } from '#domain/pack/source.ts';
import { CarrierRefused, type RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import type { checkSource, SourceAnswer } from '#pack/trust/check-source.ts';
import type { TrustFault } from '#pack/trust/trust-fault.ts';
import type { Reader } from '../../reading/reader.ts';
import { FetchRefused } from './fetching.ts';
import { releaseFiles } from './release-files.ts';
import type { ReleaseStore } from './release-store.ts';
import type { TrustedRoot } from './trusted-roots.ts';

export interface Asking {
  /** Folder in which sources are remembered. */
  readonly trust: string;
  readonly store: ReleaseStore;
  readonly reader: Reader;
  /** @throws CarrierRefused for an address that is not asked */
  readonly carrierOf: (source: Pick<PackSource, 'kind' | 'where'>) => RepositoryCarrier;
  readonly now: () => Date;
  readonly check: typeof checkSource;
}

/** What verifies is loaded with the first question: a start waits for none of it. */
export const checkLater: typeof checkSource = async (...asked) => {
  const { checkSource: check } = await import('#pack/trust/check-source.ts');
  return check(...asked);
};

/** Milliseconds for all metadata of a source. */
const PATIENCE = 120_000;

/**
 * Asks a source what it has. What is remembered belongs to the root, not to the place: an address, a share and a stick
 * of one publisher are one, and none of them brings back what another has gone past.
 */
export async function askSource(
  source: Pick<PackSource, 'kind' | 'where' | 'known'>,
  root: TrustedRoot | undefined,
  signal: AbortSignal,
  asking: Asking,
): Promise<SourceKnown> {
  const { known } = source;
  const asked = asking.now().toISOString();
  const failed = ({ kind, ...fault }: TrustFault): SourceKnown => {
    const since = 'since' in fault ? fault.since : null;
    // What a person stopped says nothing of the source.
    if (kind === 'stopped' && signal.aborted) return { ...known, fault: kind };
    return { ...known, asked, fault: kind, failures: known.failures + 1, expiredSince: since ?? known.expiredSince };
  };
  if (root === undefined) return failed({ kind: 'foreign-root', role: 'root' });
  let carrier: RepositoryCarrier | undefined;
  try {
    carrier = asking.carrierOf(source);
    const { trust, now, check } = asking;
    const places = {
      root: root.bytes,
      state: join(trust, root.sha256, 'trusted.json'),
      floor: join(trust, 'floors', `${root.sha256}.json`),
    };
    const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const checked = await check(places, carrier, { now: now(), signal: within });
    if (!checked.ok) return failed(checked.fault);
    const { expiredSince } = checked.value;
    const validUntil = firstEnd(checked.value);
    const packs = await listed(checked.value, known.packs, carrier, { ...asking, signal: within });
    return { asked, good: asked, fault: null, failures: 0, validUntil, expiredSince, packs };
  } catch (error) {
    if (error instanceof CarrierRefused) return failed({ kind: error.fault.why, role: 'root' } as TrustFault);
    throw error;
  } finally {
    await carrier?.close();
  }
}

/** The first time at which something that it gives is good no more: of the source itself, or of one publisher's packs. */
const firstEnd = ({ validUntil, packs }: SourceAnswer): string =>
  packs.reduce(
    (first, pack) => (Date.parse(pack.validUntil) < Date.parse(first) ? pack.validUntil : first),
    validUntil,
  );

/** The releases with their sizes; the manifests of new ones are fetched for it. */
async function listed(
  { packs }: SourceAnswer,
  before: readonly ListedRelease[],
  carrier: RepositoryCarrier,
  { store, reader, signal }: Pick<Asking, 'store' | 'reader'> & { readonly signal: AbortSignal },
): Promise<ListedRelease[]> {
  const found: ListedRelease[] = [];
  for (const pack of packs) {
    const { id, title, version, release, publisher, sha256, length } = pack;
    const same = before.find((one) => one.id === id && one.sha256 === sha256);
    // A manifest that does not come leaves the size unknown; the release itself is vouched for.
    const size =
      same?.size ??
      (await releaseFiles(pack, { carrier, store, reader, signal }).then(
        (files) => files.size,
        (error: unknown) => {
          if (error instanceof FetchRefused) return null;
          throw error;
        },
      ));
    found.push({ id, title, version, release, publisher, sha256, length, size });
  }
  return found;
}
