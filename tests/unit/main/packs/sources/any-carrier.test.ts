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
const step = fc.oneof(
  // Whoever carries it lays another edition into the place, older or newer.
  fc.record({ does: fc.constant('lay' as const), kind: fc.constantFrom(...KINDS), edition: fc.nat(3) }),
  fc.record({
    does: fc.constantFrom('add', 'add', 'remove', 'check', 'update', 'update', 'update') as fc.Arbitrary<
      'add' | 'remove' | 'check' | 'update'
    >,
    kind: fc.constantFrom(...KINDS),
  }),
  fc.record({ does: fc.constant('clock' as const), days: fc.integer({ min: -1_000, max: 80 }) }),
  fc.record({ does: fc.constant('start' as const) }),
);

/** Faults of what is older, or of a clock. Nothing else may be said of an honest place. */
const EXPECTED = /^(?:older|signature|expired|foreign-root|absent)$/;

describe('T2 a laptop and its places', () => {
  test('T2 nothing older is ever given, in any order of servers, shares, files, editions, clocks, removals and starts', async () => {
    let [given, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
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
        for (const one of steps) {
          const source = 'kind' in one ? sources.list().find(({ kind }) => kind === one.kind) : undefined;
          if (one.does === 'clock') now = inDays(one.days);
          else if (one.does === 'start') ({ sources } = begin());
          else if (one.does === 'lay') await lay(one.kind, one.edition);
          else if (one.does === 'add') await kept(sources.add(one.kind, where[one.kind]));
          else if (source === undefined) continue;
          else if (one.does === 'remove') sources.remove(source.id);
          else if (one.does === 'check') await kept(sources.check(source.id));
          else {
            await kept(sources.check(source.id));
            const offered = sources.list().find(({ id }) => id === source.id)?.known;
            const pack = offered?.packs.find(({ id }) => id === PACK);
            const fetched = pack && (await kept(sources.update(source.id, PACK, pack.sha256)));
            if (!fetched) continue;
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
          if (!sources.list().some((one) => one.kind === kind)) await sources.add(kind, where[kind]);
          const source = sources.list().find((one) => one.kind === kind);
          await sources.check(source?.id ?? '');
          const known = sources.list().find(({ id }) => id === source?.id)?.known;
          expect([kind, known?.fault]).toEqual([kind, null]);
          const got = await sources.update(source?.id ?? '', PACK, known?.packs[0]?.sha256 ?? '');
          expect([kind, got.release.release]).toEqual([kind, 4]);
        }
      }),
      { numRuns: 15 },
    );
    console.log(`T2 ${given} releases given, ${refused} times refused`);
    expect(given).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  }, 180_000);
});
