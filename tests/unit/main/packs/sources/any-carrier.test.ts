import { copyFile, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/problem.ts';
import { sha256 } from '#pack/blob.ts';
import { type Fetch, httpsRepository } from '#pack/carriers/https-repository.ts';
import type { RepositoryCarrier } from '#pack/carriers/repository-carrier.ts';
import { writeArchive } from '#pack/write/write-archive.ts';
import { inDays, newKeys, TestRepository } from '#support/test-repository.ts';
import { rootOf, sourcesAt, temporary } from '#support/test-sources.ts';
import { WHOLE } from '#support/whole.ts';
import { treeEntries } from '#tool/publish/tree-entries.ts';

const PACK = 'test-pack';
/** The repository after each of its changes, as a folder and as a file. */
const editions: { readonly folder: string; readonly file: string; readonly release: number }[] = [];
let place = '';
let repository: TestRepository;
let homes = 0;

beforeAll(async () => {
  place = await temporary();
  repository = await TestRepository.found(join(place, 'repository'));
  const keep = async (release: number): Promise<void> => {
    const at = editions.length;
    const file = join(place, `edition-${at}.satchel`);
    await writeArchive(await treeEntries(repository.folder, repository.current, PACK), file);
    editions.push({ folder: await repository.copy(join(place, `edition-${at}`)), file, release });
  };
  await keep(1);
  await repository.release(2);
  await keep(2);
  await repository.rotate('online', newKeys(1));
  await repository.release(3);
  await keep(3);
  await repository.rotate('root', newKeys(3));
  await repository.release(4);
  await keep(4);
}, 60_000);

/** A server in this process, by the carrier of an address: what it names `etag` it does not send twice. */
const fetchFrom =
  (folderOf: () => string): Fetch =>
  async (address, { headers }) => {
    const path = new URL(address).pathname;
    const bytes = await readFile(join(folderOf(), path)).catch(() => null);
    if (bytes === null) return new Response(null, { status: 404 });
    const etag = `"${sha256(bytes).slice(0, 12)}"`;
    if (headers['If-None-Match'] === etag) return new Response(null, { status: 304, headers: { etag } });
    return new Response(new Uint8Array(bytes), { headers: { etag } });
  };

const KINDS = ['https', 'folder', 'file'] as const;
/** Whoever carries it lays an edition into a place, older or newer; the clock jumps; then the place is asked. */
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  edition: fc.nat(3),
  days: fc.integer({ min: -1_000, max: 80 }),
  first: fc.constantFrom('nothing', 'nothing', 'a new start', 'removed and added again'),
});

/** Faults of what is older, or of a clock. Nothing else may be said of an honest place. */
const EXPECTED = /^(?:older|signature|expired|foreign-root|absent)$/;

describe('T2 a laptop and its places', () => {
  test('T2 nothing older is ever given, in any order of servers, shares, files, editions, clocks, removals and starts', async () => {
    let [given, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const at = join(place, `laptop-${homes++}`);
        const home = join(at, 'home');
        let now = inDays(0);
        const laid = { https: 0, folder: 0, file: 0 };
        const where = { https: 'https://packs.test/', folder: join(at, 'share'), file: join(at, 'stick.satchel') };
        const lay = async (kind: (typeof KINDS)[number], edition: number): Promise<void> => {
          laid[kind] = edition;
          if (kind === 'https') return;
          await rm(where[kind], { force: true });
          const { folder, file } = editions[edition] ?? { folder: '', file: '' };
          if (kind === 'folder') await symlink(folder, where.folder);
          else await copyFile(file, where.file);
        };
        const carry = (carrier: RepositoryCarrier): RepositoryCarrier =>
          carrier.place === where.https
            ? httpsRepository(
                where.https,
                fetchFrom(() => editions[laid.https]?.folder ?? ''),
              )
            : carrier;
        const begin = () => sourcesAt(home, [rootOf(repository.root)], { now: () => now, carry });
        let { sources } = begin();
        for (const kind of KINDS) {
          await lay(kind, 0);
          await sources.add(kind, where[kind]);
        }
        let newest = 0;
        const kept = <T>(work: Promise<T>): Promise<T | null> =>
          work.catch((error: unknown) => {
            if (!(error instanceof ProblemError)) throw error;
            refused += 1;
            if ('reason' in error.problem) expect(error.problem.reason).toMatch(EXPECTED);
            return null;
          });
        const sourceOf = (kind: (typeof KINDS)[number]) => sources.list().find((one) => one.kind === kind);
        for (const { kind, edition, days, first } of steps) {
          await lay(kind, edition);
          now = inDays(days);
          if (first === 'a new start') ({ sources } = begin());
          const before = sourceOf(kind);
          if (first === 'removed and added again' && before) sources.remove(before.id);
          if (!sourceOf(kind)) await kept(sources.add(kind, where[kind]));
          const id = sourceOf(kind)?.id;
          if (id === undefined) continue;
          await kept(sources.check(id));
          const pack = sourceOf(kind)?.known.packs.find((one) => one.id === PACK);
          const fetched = pack && (await kept(sources.update(id, PACK, pack.sha256)));
          if (fetched) {
            given += 1;
            expect(fetched.release.release).toBeGreaterThanOrEqual(newest);
            newest = fetched.release.release;
          }
          for (const { known } of sources.list()) if (known.fault !== null) expect(known.fault).toMatch(EXPECTED);
        }
        // Whatever happened, the newest is to be had from each, by a clock that is right.
        now = inDays(1);
        for (const kind of KINDS) {
          await lay(kind, 3);
          if (!sourceOf(kind)) await sources.add(kind, where[kind]);
          const source = sourceOf(kind);
          await sources.check(source?.id ?? '');
          const known = sources.list().find(({ id }) => id === source?.id)?.known;
          expect([kind, known?.fault]).toEqual([kind, null]);
          const got = await sources.update(source?.id ?? '', PACK, known?.packs[0]?.sha256 ?? '');
          expect([kind, got.release.release]).toEqual([kind, 4]);
        }
      }),
      { numRuns: WHOLE ? 40 : 6 },
    );
    console.log(`T2 ${given} releases given, ${refused} times refused`);
    expect(given).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  }, 180_000);
});
