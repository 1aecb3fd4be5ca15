import { describe, expect, test } from 'vitest';
import { keepIndex } from '#rooms/search/indexer.ts';
import { createEngine } from '#search/engine.ts';
import type { IndexState } from '#store/packs/index-state.ts';
import { installPack, removePack } from '#store/packs/install.ts';
import { createSegmentStore } from '#store/packs/segments.ts';
import { freshPacks, type PackStore } from '../store/fresh-db.ts';
import { body, type Made, offerOf } from '../store/made-pack.ts';

async function install({ ask }: PackStore, made: Made) {
  const { offer, from } = offerOf(made);
  const result = await installPack(offer, from, {}, ask);
  if (!result.ok) throw new Error(result.problem.code);
}

/** An index that follows the store. `reads` counts pages that were read to build a record. */
function follow(store: PackStore) {
  const engine = createEngine();
  const states: Omit<IndexState, 'version'>[] = [];
  const segments = createSegmentStore(store.db);
  let reads = 0;
  const end = keepIndex(
    engine,
    {
      ...segments,
      read: (key, pages) => {
        reads += pages.length;
        return segments.read(key, pages);
      },
    },
    (state) => states.push(state),
    { pause: () => new Promise((resolve) => setTimeout(resolve, 0)) },
  );
  const until = async (wanted: (state: (typeof states)[number]) => boolean) => {
    for (let tries = 0; tries < 500; tries++) {
      const last = states.at(-1);
      if (last && wanted(last)) return last;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`still ${JSON.stringify(states.at(-1))}`);
  };
  return { engine, states, until, end, reads: () => reads };
}

describe('the index', () => {
  test('is ready at once when there are no packs', async () => {
    const index = follow(freshPacks());
    expect(await index.until(({ ready }) => ready)).toMatchObject({ packsTotal: 0, percent: 100 });
    index.end();
  });

  test('takes in packs as they are installed, replaced and taken off', async () => {
    const store = freshPacks();
    const index = follow(store);
    await install(store, { id: 'a', pages: [body('x', { text: 'Procurement' })] });
    await index.until(({ ready, packsDone }) => ready && packsDone === 1);
    expect(index.engine.search('procurement').hits[0]).toMatchObject({ pack: 'a', page: 'x', release: 1 });
    await install(store, { id: 'a', release: 2, pages: [body('y', { text: 'Tender' })] });
    await index.until(({ ready }) => ready && index.engine.search('tender').total === 1);
    expect(index.engine.search('procurement').total).toBe(0);
    await removePack('a', store.ask);
    await index.until(({ ready, sections }) => ready && sections === 0);
    expect(await store.db.segments.count()).toBe(0);
    index.end();
  });

  test('says how far it is', async () => {
    const store = freshPacks();
    await install(store, { pages: Array.from({ length: 40 }, (_, at) => body(`p${at}`)) });
    const index = follow(store);
    await index.until(({ ready }) => ready);
    const percents = index.states.map(({ percent }) => percent);
    expect([...percents].sort((a, b) => a - b)).toEqual(percents);
    expect(index.states.at(-1)).toEqual({ ready: true, packsDone: 1, packsTotal: 1, sections: 80, percent: 100 });
    index.end();
  });

  test('is restored from its record after a restart, without reading a page', async () => {
    const store = freshPacks();
    await install(store, { pages: [body('x', { text: 'Procurement' })] });
    const first = follow(store);
    await first.until(({ ready }) => ready);
    expect(first.reads()).toBe(1);
    first.end();
    const second = follow(store.again());
    await second.until(({ ready }) => ready);
    expect(second.reads()).toBe(0);
    expect(second.engine.search('procurement').total).toBe(1);
    second.end();
  });

  test.each([
    ['of another analyser', { analyser: 'other' }],
    ['that is damaged', { buffer: new ArrayBuffer(64) }],
  ])('makes a record %s again', async (_, change) => {
    const store = freshPacks();
    await install(store, {});
    const first = follow(store);
    await first.until(({ ready }) => ready);
    first.end();
    await store.db.segments.toCollection().modify(change);
    const second = follow(store.again());
    await second.until(({ ready }) => ready);
    expect(second.reads()).toBe(2);
    expect(second.engine.size()).toBe(4);
    second.end();
    const third = follow(store.again());
    await third.until(({ ready }) => ready);
    expect(third.reads()).toBe(0);
    third.end();
  });

  test('keeps no record of a pack that went while it was being built', async () => {
    const store = freshPacks();
    await install(store, {});
    const [pack] = await store.db.packs.toArray();
    if (!pack) throw new Error('no pack');
    await removePack('engage', store.ask);
    await createSegmentStore(store.db).save(pack, new ArrayBuffer(8));
    expect(await store.db.segments.count()).toBe(0);
  });
});
