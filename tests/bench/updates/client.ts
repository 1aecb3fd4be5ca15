import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openReleaseStore } from '#main/packs/sources/release-store.ts';
import { openSourceList } from '#main/packs/sources/source-list.ts';
import { openSources } from '#main/packs/sources/sources.ts';
import { sha256 } from '#pack/blob.ts';
import { httpsRepository } from '#pack/carriers/https-repository.ts';
import { checkSource } from '#pack/trust/check-source.ts';
import { readerHere } from '#support/reader-here.ts';

export { serveFolder } from '#support/static-server.ts';

/** A laptop with one source, by the code of the app; Node's `fetch` is in the place of Electron's. */
export async function openLaptop(home: string, root: Buffer, address: string) {
  mkdirSync(home, { recursive: true });
  const reader = readerHere();
  const sources = openSources({
    list: openSourceList(home),
    servers: true,
    roots: () => [{ sha256: sha256(root), bytes: root }],
    trust: join(home, 'trust'),
    store: openReleaseStore(home),
    reader,
    carrierOf: ({ where }) => httpsRepository(where, fetch, { loopback: true }),
    now: () => new Date(),
    check: checkSource,
    free: () => Promise.resolve(Number.MAX_SAFE_INTEGER),
    starterPages: () => Promise.resolve(null),
    changed: () => undefined,
    told: () => undefined,
  });
  await sources.add('https', address);
  const id = sources.list()[0]?.id ?? '';
  return {
    /** As once a day. */
    poll: async () => {
      await sources.check(id);
      const { fault = 'absent' } = sources.list()[0]?.known ?? {};
      if (fault !== null) throw new Error(`The source was refused: ${fault}`);
    },
    /** As a person asks for it; answers the number of the release. */
    update: async (pack: string): Promise<number> => {
      await sources.check(id);
      const listed = sources.list()[0]?.known.packs.find((one) => one.id === pack);
      return (await sources.update(id, pack, listed?.sha256 ?? '')).release.release;
    },
  };
}

/** Milliseconds of one verification, from the root to every publisher; and how many packs were vouched for. */
export async function verify(home: string, root: Buffer, address: string): Promise<{ ms: number; packs: number }> {
  const places = { root, state: join(home, 'trusted.json'), floor: join(home, 'floor', 'floor.json') };
  const carrier = httpsRepository(address, fetch, { loopback: true });
  const begun = performance.now();
  const checked = await checkSource(places, carrier, { now: new Date(), signal: AbortSignal.timeout(10_000) });
  const ms = performance.now() - begun;
  if (!checked.ok) throw new Error(`Refused: ${checked.fault.kind}`);
  return { ms, packs: checked.value.packs.length };
}
