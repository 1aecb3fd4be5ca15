import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import { type PackOrigin, saysMore } from '#domain/pack/pack-origin.ts';
import { bridge } from '#kit/bridge.ts';
import type { InstalledPack } from '../db.ts';
import { vouchFor } from './install.ts';
import { startInstalls } from './installs.ts';
import { knownStarters } from './known-starters.ts';
import { listPacks } from './packs.ts';
import { listRemoved } from './removals.ts';

/** What decides about a pack that is here. */
type Here = Pick<InstalledPack, 'id' | 'hash' | 'release' | 'origin'> & {
  readonly other?: Pick<NonNullable<InstalledPack['other']>, 'hash' | 'release' | 'origin'>;
};

interface Effects {
  readonly from: () => Bridge;
  readonly packs: () => Promise<readonly Here[]>;
  readonly removed: () => Promise<ReadonlySet<string>>;
  readonly start: typeof startInstalls;
  readonly vouch: (pack: string, hash: string, origin: PackOrigin) => Promise<unknown>;
}

const theWindow: Effects = {
  from: bridge,
  packs: () => listPacks(),
  removed: () => listRemoved(),
  start: startInstalls,
  vouch: (pack, hash, origin) => vouchFor(pack, hash, origin),
};

/**
 * Whether a pack that came with the app is installed without being asked for: it is new here, or newer than all that is.
 * Whoever went back a release is not brought forward by the next start, and what a source brought is left to it.
 */
export function isWanted({ found }: Offer, packs: readonly Here[], removed: ReadonlySet<string>): boolean {
  // A damaged one is shown as refused: somebody has to know.
  if ('problem' in found) return true;
  const { id, hash, release } = found.manifest;
  if (removed.has(id)) return false;
  const here = packs.find((pack) => pack.id === id);
  if (here === undefined) return true;
  if (typeof here.origin === 'object') return false;
  return here.hash !== hash && release > Math.max(here.release, here.other?.release ?? 0);
}

/** Once, when the app starts: installs the packs that came with it, but never one that the person took off. */
export async function installStarters({ from, packs, removed, start, vouch }: Effects = theWindow): Promise<void> {
  const answer = await from().call['packs:starters']();
  const offers = answer.ok ? answer.value : [];
  const [here, gone] = await Promise.all([packs(), removed()]);
  knownStarters.set(
    offers.filter(isOurs).map(({ file, found }) => ({
      file,
      found,
      removed: 'manifest' in found && gone.has(found.manifest.id),
    })),
  );
  const wanted = offers.filter((offer) => isWanted(offer, here, gone));
  await letGo(offers, wanted, from());
  for (const { found } of offers.filter(isOurs)) {
    if ('problem' in found) continue;
    const { id, hash } = found.manifest;
    const known = here.find((pack) => pack.id === id);
    // It was installed from a file before the app was built with it, or by an app that did not note whence.
    const same = known && [known, known.other].find((one) => one?.hash === hash);
    if (same && saysMore('app', same.origin)) await vouch(id, hash, 'app');
  }
  start(wanted.filter(isOurs), { quiet: true });
  // Beside the app lies a pack that it was not built with: it is asked about like any other.
  const strange = wanted.filter((offer) => !isOurs(offer));
  if (strange.length > 0) start(strange);
}

/** One of those the app was built with; what cannot be read is told of as if it were. */
const isOurs = ({ found }: Offer): boolean => 'problem' in found || found.manifest.origin === 'app';

/** Installs a pack that came with the app again. False when it did not come with the app. */
export async function putBack(
  id: string,
  { from, start }: Pick<Effects, 'from' | 'start'> = theWindow,
): Promise<boolean> {
  const answer = await from().call['packs:starters']();
  const offers = answer.ok ? answer.value : [];
  const wanted = offers.filter((offer) => isOurs(offer) && 'manifest' in offer.found && offer.found.manifest.id === id);
  await letGo(offers, wanted, from());
  start(wanted);
  return wanted.length > 0;
}

/** Main holds each offered file open until it is told. */
async function letGo(offers: readonly Offer[], kept: readonly Offer[], from: Bridge): Promise<void> {
  const left = offers.filter((offer) => !kept.includes(offer) && 'manifest' in offer.found);
  await Promise.all(left.map(({ ticket }) => from.call['packs:stop'](ticket)));
}

/** The packs that came with the app; `undefined` until main has looked. */
export const useStarters = knownStarters.use;
