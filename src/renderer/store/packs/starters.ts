import type { Bridge } from '#bridge/calls.ts';
import type { Offer } from '#bridge/packs.ts';
import { bridge } from '#kit/bridge.ts';
import type { InstalledPack } from '../db.ts';
import { startInstalls } from './installs.ts';
import { knownStarters } from './known-starters.ts';
import { listPacks } from './packs.ts';
import { listRemoved } from './removals.ts';

interface Effects {
  readonly from: () => Bridge;
  readonly packs: () => Promise<readonly Pick<InstalledPack, 'id' | 'hash' | 'release'>[]>;
  readonly removed: () => Promise<ReadonlySet<string>>;
  readonly start: typeof startInstalls;
}

const theWindow: Effects = {
  from: bridge,
  packs: () => listPacks(),
  removed: () => listRemoved(),
  start: startInstalls,
};

/** Whether a pack that came with the app is installed without being asked for: it is new here, or newer. */
export function isWanted(
  { found }: Offer,
  packs: readonly Pick<InstalledPack, 'id' | 'hash' | 'release'>[],
  removed: ReadonlySet<string>,
): boolean {
  // A damaged one is shown as refused: somebody has to know.
  if ('problem' in found) return true;
  const { id, hash, release } = found.manifest;
  if (removed.has(id)) return false;
  const here = packs.find((pack) => pack.id === id);
  return here === undefined || (here.hash !== hash && release > here.release);
}

/** Once, when the app starts: installs the packs that came with it, but never one that the person took off. */
export async function installStarters({ from, packs, removed, start }: Effects = theWindow): Promise<void> {
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
  start(wanted.filter(isOurs), { quiet: true });
  // Beside the app lies a pack that it was not built with: it is asked about like any other.
  const strange = wanted.filter((offer) => !isOurs(offer));
  if (strange.length > 0) start(strange);
}

/** One of those the app was built with; what cannot be read is told of as if it were. */
const isOurs = ({ found }: Offer): boolean => 'problem' in found || found.manifest.origin === 'app';

/** Installs a pack that came with the app again. False when it did not come with the app. */
export async function putBack(id: string, { from, start }: Effects = theWindow): Promise<boolean> {
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
