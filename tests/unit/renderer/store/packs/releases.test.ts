import { describe, expect, test, vi } from 'vitest';
import { type Note, newNote } from '#domain/note/record/note.ts';
import { SHAPE } from '#domain/note/record/versions.ts';
import type { PackOrigin } from '#domain/pack/pack-origin.ts';
import { checkPicture } from '#domain/picture/picture.ts';
import type { OtherRelease } from '#store/db.ts';
import { listCitedReleases } from '#store/notes/cited-releases.ts';
import { openNotesDb } from '#store/notes/notes-db.ts';
import type { CheckPicture } from '#store/notes/picture-check.ts';
import { loadImage } from '#store/packs/images.ts';
import { installPack, removePack, turnTo } from '#store/packs/install.ts';
import { holdOpen, openReleases } from '#store/packs/open-releases.ts';
import { isUnverified } from '#store/packs/origins.ts';
import { bytesOnDisk, goToOther, lookAtOther } from '#store/packs/other-release.ts';
import { listPages, loadPage } from '#store/packs/pages.ts';
import { sweep } from '#store/packs/sweep.ts';
import { counts, freshPacks, type PackStore } from '../fresh-db.ts';
import { body, hashOf, type Made, offerOf } from '../made-pack.ts';

const DAY = 24 * 60 * 60 * 1_000;
const START = Date.parse('2026-11-23T10:00:00Z');
const check: CheckPicture = async (bytes) => checkPicture(bytes);
const none = async () => new Set<string>();

/** A laptop whose clock a test moves. */
function laptop() {
  const clock = { at: START };
  const effects = { now: () => clock.at, cited: none, open: none };
  const store = freshPacks(undefined, { now: () => new Date(clock.at), tidy: (db) => sweep(db, effects) });
  return { ...store, clock, effects };
}

async function install({ ask }: Pick<PackStore, 'ask'>, made: Made) {
  const { offer, from } = offerOf(made);
  const answer = await installPack(offer, from, {}, ask);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const release = (number: number, more: Made = {}): Made => ({
  release: number,
  pages: [body('all'), body(`only-${number}`)],
  ...more,
});
const pageIds = async ({ db }: Pick<PackStore, 'db'>) => (await listPages(db)).map(({ meta }) => meta.id);
const numbers = async ({ db }: Pick<PackStore, 'db'>) =>
  (await db.packs.toArray()).map(({ release: here, other }) => [here, other?.release]);
const releases = async ({ db }: Pick<PackStore, 'db'>) =>
  (await db.releases.toArray()).map(({ key }) => key.split('@')[1]).sort();
const keyOf = (number: number) => `engage@${hashOf(`engage${number}`)}`;

describe('F6 the release before stays whole', () => {
  test('and a person goes back to it, and forward again, with pages, pictures and words', async () => {
    const store = laptop();
    const terms = [{ term: 'SOC', expansion: 'x', meaning: 'y', see_also: [] }];
    await install(store, release(1, { images: ['old', 'both'], terms, redirects: [{ from: 'former', to: 'all' }] }));
    store.clock.at += DAY;
    await install(store, release(2, { images: ['both', 'new'] }));
    const before = await counts(store.db);
    const back = await turnTo('engage', keyOf(1), store.ask);
    expect(back).toMatchObject({
      ok: true,
      value: { release: 1, version: '2026.1', installed: '2026-11-23T10:00:00.000Z' },
    });
    expect(await pageIds(store)).toEqual(['all', 'only-1']);
    expect((await loadPage('engage', 'former', store.db))?.meta.id).toBe('all');
    expect((await loadPage('engage', 'only-1', store.db))?.tree).toEqual(body('only-1').tree);
    expect(await loadImage(hashOf('old'), store.db, check)).toHaveProperty('blob');
    expect(await numbers(store)).toEqual([[1, 2]]);
    await turnTo('engage', keyOf(2), store.ask);
    expect(await pageIds(store)).toEqual(['all', 'only-2']);
    expect(await numbers(store)).toEqual([[2, 1]]);
    expect(await counts(store.db)).toEqual(before);
  });

  test('wherever going back is cut off, it is the old one or the new one, whole', async () => {
    for (let cut = 0; cut < 2; cut += 1) {
      const store = laptop();
      await install(store, release(1));
      await install(store, release(2));
      const before = await store.db.packs.toArray();
      let writes = 0;
      // What ends the process ends the transaction: nothing of it is there.
      store.strict.packs.hook('updating', () => {
        if (writes++ === cut) throw new DOMException('ended', 'AbortError');
      });
      await turnTo('engage', keyOf(1), store.ask).catch(() => undefined);
      const later = store.again();
      if (cut === 0) expect(await later.db.packs.toArray()).toEqual(before);
      expect(await pageIds(later)).toEqual(cut === 0 ? ['all', 'only-2'] : ['all', 'only-1']);
      await sweep(later.db, store.effects);
      expect(await counts(later.db)).toMatchObject({ packs: 1, releases: 2, pages: 4, bodies: 4 });
    }
  });

  test('cut off between what is kept and what counts, an update changed neither', async () => {
    const store = laptop();
    await install(store, release(1));
    await install(store, release(2));
    store.strict.packs.hook('updating', () => {
      throw new DOMException('ended', 'AbortError');
    });
    await install(store, release(3)).catch(() => undefined);
    const later = store.again();
    expect(await numbers(later)).toEqual([[2, 1]]);
    expect(await later.db.kept.count()).toBe(0);
    await sweep(later.db, store.effects);
    expect(await releases(later)).toEqual([hashOf('engage1'), hashOf('engage2')].sort());
  });

  test('one that is not whole any more is not gone to', async () => {
    const store = laptop();
    await install(store, release(1));
    await install(store, release(2));
    await store.db.bodies.delete([keyOf(1), 'all']);
    expect(await turnTo('engage', keyOf(1), store.ask)).toEqual({
      ok: false,
      problem: { code: 'pack-release-gone', pack: 'Pack engage', installed: '2026.2' },
    });
    expect(await numbers(store)).toEqual([[2, 1]]);
    expect(await turnTo('engage', keyOf(7), store.ask)).toMatchObject({ problem: { code: 'pack-release-gone' } });
    expect(await turnTo('gone', keyOf(1), store.ask)).toMatchObject({ problem: { code: 'pack-release-gone' } });
    // Asked twice, it is there already.
    expect(await turnTo('engage', keyOf(2), store.ask)).toMatchObject({ ok: true, value: { release: 2 } });
  });

  test('whoever went back and installs the newer one again has both, once', async () => {
    const store = laptop();
    await install(store, release(1, { images: ['a'] }));
    await install(store, release(2, { images: ['a'] }));
    const before = await counts(store.db);
    await turnTo('engage', keyOf(1), store.ask);
    await install(store, release(2, { images: ['a'] }));
    expect(await numbers(store)).toEqual([[2, 1]]);
    expect(await counts(store.db)).toEqual(before);
  });
});

describe('releases before those two', () => {
  test('stay a week, and while notes cite them or a page is open', async () => {
    const store = laptop();
    for (const number of [1, 2, 3]) await install(store, release(number));
    const all = [1, 2, 3].map((number) => hashOf(`engage${number}`)).sort();
    const asked = vi.fn(none);
    const at = (days: number) => ({ now: () => START + days * DAY, cited: asked, open: none });
    await sweep(store.db, at(6));
    expect(await releases(store)).toEqual(all);
    // Notes are read only where something would go.
    expect(asked).not.toHaveBeenCalled();
    await sweep(store.db, { ...at(8), cited: async () => new Set(['engage 1', 'engage 3']) });
    expect(await releases(store)).toEqual(all);
    await sweep(store.db, { ...at(8), open: async () => new Set([keyOf(1)]) });
    expect(await releases(store)).toEqual(all);
    await sweep(store.db, { ...at(8), cited: () => Promise.reject(new DOMException('', 'InvalidStateError')) });
    expect(await releases(store)).toEqual(all);
    await sweep(store.db, at(8));
    expect(await releases(store)).toEqual(all.filter((hash) => hash !== hashOf('engage1')));
    expect(await counts(store.db)).toMatchObject({ kept: 0, pages: 4, bodies: 4 });
  });

  test('that an older Satchel swept leave no row behind', async () => {
    const store = laptop();
    for (const number of [1, 2, 3]) await install(store, release(number));
    await store.db.releases.delete(keyOf(1));
    await sweep(store.db, store.effects);
    expect(await store.db.kept.count()).toBe(0);
  });

  test('are named by notes in the bin, too', async () => {
    const notes = openNotesDb('cited-releases');
    const note = newNote('00000000-0000-4000-8000-000000000001', '2026-11-23T10:00:00.000Z', 'Note');
    const cited = { pack: 'engage', release: 3 } as (typeof note.citations)[number];
    await notes.notes.put({ id: note.id, rev: 1, note: { ...note, citations: [cited] }, binned: '2026-11-24' });
    expect([...(await listCitedReleases(notes))]).toEqual(['engage 3']);
    notes.close();
  });

  test('B1 are named by every note, whatever stands in the citations of another that cannot be read here', async () => {
    const notes = openNotesDb('cited-releases-newer');
    const id = (at: number): string => `00000000-0000-4000-8000-00000000000${at}`;
    const cited = { pack: 'engage', release: 3 };
    const odd: readonly unknown[] = [null, { a: 1 }, 'x', [null, { pack: { id: 'a' } }], [7, cited]];
    for (const [at, citations] of odd.entries()) {
      const note = { ...newNote(id(at), '2026-11-23T10:00:00.000Z'), citations, shape: SHAPE + 1 };
      await notes.notes.put({ id: note.id, rev: 1, note: note as unknown as Note, binned: '' });
    }
    await notes.notes.put({ id: id(9), rev: 1, note: null as unknown as Note, binned: '' });
    expect([...(await listCitedReleases(notes))]).toEqual(['engage 3']);
    notes.close();
  });

  test('are seen as open in every window until their page is left', async () => {
    const held = new Set<string>();
    const locks = {
      request: async (name: string, _: unknown, work: () => Promise<void>) => {
        held.add(name);
        await work();
        held.delete(name);
      },
      query: async () => ({ held: [...held, 'other'].map((name) => ({ name })) }),
    };
    const end = holdOpen('engage@a', locks);
    expect([...(await openReleases(locks))]).toEqual(['engage@a']);
    end();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect([...(await openReleases(locks))]).toEqual([]);
    expect([...(await openReleases(undefined))]).toEqual([]);
  });
});

describe('F5 what is stored once', () => {
  test('is a picture of two releases and of another pack; it stays while one needs it, and all goes with the last', async () => {
    const store = laptop();
    await install(store, release(1, { images: ['both', 'old'] }));
    const newer = await install(store, release(2, { images: ['both'] }));
    await install(store, { id: 'other', images: ['both'] });
    expect(await counts(store.db)).toMatchObject({ images: 2, imageUses: 4 });
    expect(newer.other?.shared).toBe((await store.db.images.get(hashOf('both')))?.bytes.length);
    await removePack('engage', store.ask);
    expect(await counts(store.db)).toMatchObject({ packs: 1, releases: 1, images: 1, imageUses: 1 });
    expect(await loadImage(hashOf('both'), store.db, check)).toHaveProperty('blob');
    await removePack('other', store.ask);
    expect(Object.values(await counts(store.db)).every((count) => count === 0)).toBe(true);
  });

  test('removing a pack frees all its releases at once', async () => {
    const store = laptop();
    for (const number of [1, 2, 3]) await install(store, release(number));
    expect(await counts(store.db)).toMatchObject({ releases: 3, kept: 1 });
    await removePack('engage', store.ask);
    expect(Object.values(await counts(store.db)).every((count) => count === 0)).toBe(true);
  });
});

test('where a pack came from goes with its release, back and forward', async () => {
  const store = laptop();
  const { offer, from } = offerOf(release(1), { origin: 'posing' });
  await installPack(offer, from, {}, store.ask);
  const second = offerOf(release(2), { origin: 'app' });
  await installPack(second.offer, second.from, {}, store.ask);
  const origins = async () => (await store.db.packs.toArray()).map(({ origin, other }) => [origin, other?.origin]);
  expect(await origins()).toEqual([['app', 'file']]);
  await turnTo('engage', keyOf(1), store.ask);
  expect(await origins()).toEqual([['file', 'app']]);
  await store.ask({ do: 'vouch', pack: 'engage', hash: hashOf('engage1'), origin: 'app' });
  expect(await origins()).toEqual([['app', 'app']]);
  await store.ask({ do: 'vouch', pack: 'engage', hash: hashOf('engage1'), origin: 'file' });
  expect(await origins()).toEqual([['app', 'app']]);
  expect(await pageIds(store)).toEqual(['all', 'only-1']);
});

test('before going back a person is told which pages only the newer release has, and what it takes on the disk', async () => {
  const store = laptop();
  expect(await lookAtOther(await install(store, release(1, { images: ['a'] })), store.db)).toBeNull();
  const newer = await install(store, release(2, { images: ['a'] }));
  const way = await lookAtOther(newer, store.db);
  expect(way).toMatchObject({ other: { version: '2026.1' }, lost: ['Title of only-2'] });
  expect(bytesOnDisk(newer)).toBe(200 - (newer.other?.shared ?? 0));
  expect(newer.other?.shared).toBeGreaterThan(0);
  const problem = { code: 'store-unavailable' } as const;
  if (way) expect(await goToOther(newer, way, async () => ({ ok: false, problem }))).toEqual({ ok: false, problem });
  await store.db.pages.delete([keyOf(1), 'all']);
  expect(await lookAtOther(newer, store.db)).toBeNull();
});

test.each([
  ['came with the app', { origin: 'app' }, undefined, false],
  ['is from a source', { origin: { root: 'r', source: 's', publisher: 'p' } }, undefined, false],
  ['is from a file', { origin: 'file' }, undefined, true],
  ['is from an older Satchel, which did not note it', {}, undefined, true],
  ['is from a file, and the release before, which is cited, is not', { origin: 'file', other: 'app' }, 1, false],
  ['came with the app, and the release before, which is cited, did not', { origin: 'app', other: 'file' }, 1, true],
  ['came with the app, and a release is cited that is not here', { origin: 'app', other: 'file' }, 7, false],
] as const)(
  'a pack that %s: not verified?',
  (_, { other, ...more }: { origin?: PackOrigin; other?: PackOrigin }, cited, said) => {
    const before = other && { other: { release: 1, origin: other } as OtherRelease };
    expect(isUnverified([{ id: 'engage', release: 2, ...more, ...before }], 'engage', cited)).toBe(said);
    expect(isUnverified([], 'engage', cited)).toBe(false);
  },
);
