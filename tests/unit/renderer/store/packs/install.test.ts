import { describe, expect, test } from 'vitest';
import { checkPicture } from '#domain/picture/picture.ts';
import type { CheckPicture } from '#store/notes/picture-check.ts';
import { loadImage } from '#store/packs/images.ts';
import { installPack, removePack } from '#store/packs/install.ts';
import { listPacks } from '#store/packs/packs.ts';
import { listPages, loadPage } from '#store/packs/pages.ts';
import { sweep } from '#store/packs/sweep.ts';
import { counts, freshPacks, type PackStore } from '../fresh-db.ts';
import { body, hashOf, type Made, offerOf, partsOf } from '../made-pack.ts';

const install = ({ ask }: PackStore, made: Made = {}) => {
  const { offer, from } = offerOf(made);
  return installPack(offer, from, {}, ask);
};
const code = async (result: ReturnType<typeof install>) => {
  const answer = await result;
  return answer.ok ? 'ok' : answer.problem.code;
};

const check: CheckPicture = async (bytes) => checkPicture(bytes);
const textOf = (picture: Awaited<ReturnType<typeof loadImage>>): Promise<string> =>
  picture && 'blob' in picture ? picture.blob.text() : Promise.resolve(JSON.stringify(picture));

describe('an installation', () => {
  test('makes pages, pictures and terms readable', async () => {
    const store = freshPacks();
    const seen: number[] = [];
    const { offer, from } = offerOf({
      images: ['map'],
      terms: [{ term: 'SOC', expansion: 'x', meaning: 'y', see_also: [] }],
    });
    const result = await installPack(offer, from, { onProgress: ({ done }) => seen.push(done) }, store.ask);
    expect(result).toMatchObject({
      ok: true,
      value: {
        id: 'engage',
        version: '2026.1',
        pages: 2,
        sections: 4,
        bytes: 100,
        installed: '2026-11-23T10:00:00.000Z',
      },
    });
    expect(seen.at(-1)).toBe(100);
    expect((await listPages(store.db)).map(({ meta }) => meta.id)).toEqual(['two', 'one']);
    const page = await loadPage('engage', 'one', store.db);
    expect(page?.tree).toEqual(body('one').tree);
    expect(await textOf(await loadImage(hashOf('map'), store.db, check))).toContain('picture map');
    expect(await counts(store.db)).toMatchObject({ glossaries: 1, images: 1, releases: 1 });
  });

  test('B6 keeps no characters that cannot be seen in what it shows', async () => {
    const store = freshPacks();
    const one = body('one', { text: 'Te\u200bxt' });
    const meta = {
      ...one.meta,
      title: 'Gu\u202eide',
      owner: '\u2066Us',
      status: 'Li\u200bve',
      audience: ['Al\u2066l'],
      sources: [{ title: 'B\u202eook', publisher: 'P\u200bress' }],
    };
    const sections = one.sections.map((section) => ({ ...section, heading: `${section.heading}\u2069` }));
    await install(store, {
      pages: [{ ...one, meta, sections }],
      terms: [
        { term: 'S\u202eOC', expansion: 'x\u200b', meaning: 'y\u2066', see_also: ['O\u200bBC'] },
        { term: '\u200b', expansion: '', meaning: '', see_also: [] },
      ],
    });
    const page = await loadPage('engage', 'one', store.db);
    expect(page?.meta).toMatchObject({ title: 'Guide', owner: 'Us', status: 'Live', audience: ['All'] });
    expect(page?.meta.sources).toEqual([{ title: 'Book', publisher: 'Press' }]);
    expect(page?.sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['', 'Text'],
      ['More of one', 'More.'],
    ]);
    const [glossary] = await store.db.glossaries.toArray();
    expect(glossary?.terms).toEqual([{ term: 'SOC', expansion: 'x', meaning: 'y', see_also: ['OBC'] }]);
  });

  test('of a newer release takes the place of the older', async () => {
    const store = freshPacks();
    await install(store, { images: ['old', 'both'] });
    expect(await code(install(store, { release: 2, pages: [body('three')], images: ['both'] }))).toBe('ok');
    expect((await listPages(store.db)).map(({ meta }) => meta.id)).toEqual(['three']);
    expect(await counts(store.db)).toMatchObject({ packs: 1, releases: 2, pages: 3 });
  });

  test.each([
    ['the same again', {}, 'pack-same'],
    ['an older one', { release: 1 }, 'pack-older'],
    ['other content under the same number', { release: 2, content: 'other' }, 'pack-not-newer'],
    ['a pack without pages', { id: 'other', pages: [] }, 'pack-empty'],
  ])('of %s is refused and changes nothing', async (_, made, problem) => {
    const store = freshPacks();
    await install(store, { release: 2 });
    const before = await listPacks(store.db);
    expect(await code(install(store, { ...(problem === 'pack-same' ? { release: 2 } : {}), ...made }))).toBe(problem);
    expect(await listPacks(store.db)).toEqual(before);
    expect(await counts(store.db)).toMatchObject({ packs: 1, releases: 1, pages: 2 });
  });

  test('with a tree that is nested without end costs that page alone', async () => {
    const store = freshPacks();
    const { offer, from } = offerOf({ pages: [body('one'), body('two')] });
    const deep = `${'{"type":"element","tagName":"b","children":['.repeat(30_000)}${']}'.repeat(30_000)}`;
    const line = JSON.stringify(body('one')).replace(/"tree":.*$/, `"tree":{"type":"root","children":[${deep}]}}`);
    const call = {
      ...from.call,
      'packs:part': async (ticket: string) => {
        const answer = await from.call['packs:part'](ticket);
        const isOne = answer.ok && answer.value.part === 'pages' && answer.value.bytes.length > 0 && !seen++;
        return isOne
          ? { ok: true as const, value: { ...answer.value, bytes: new TextEncoder().encode(line) } }
          : answer;
      },
    };
    let seen = 0;
    const result = await installPack(offer, { ...from, call }, {}, store.ask);
    expect(result).toMatchObject({ ok: true, value: { pages: 2 } });
    expect(await loadPage('engage', 'one', store.db)).toMatchObject({ unshown: 'too-deep', sections: [{}, {}] });
    expect((await loadPage('engage', 'two', store.db))?.tree).toEqual(body('two').tree);
  });

  test('that a person stops leaves what was there', async () => {
    const store = freshPacks();
    await install(store);
    const { offer, from, stopped } = offerOf({ release: 2, images: ['a'] });
    const stop = new AbortController();
    const result = installPack(offer, from, { signal: stop.signal, onProgress: () => stop.abort() }, store.ask);
    expect(await code(result)).toBe('pack-stopped');
    expect(stopped()).toBe(true);
    expect((await listPacks(store.db)).map(({ release }) => release)).toEqual([1]);
    expect(await counts(store.db)).toMatchObject({ releases: 1, pages: 2, images: 0 });
  });

  test('that main refuses half way leaves what was there', async () => {
    const store = freshPacks();
    await install(store);
    const problem = { code: 'pack-damaged', file: 'engage.satchel', part: 'pages/two.md' } as const;
    const { offer, from } = offerOf({ release: 2 }, { refuseAt: 2, problem });
    expect(await installPack(offer, from, {}, store.ask)).toEqual({ ok: false, problem });
    expect(await counts(store.db)).toMatchObject({ packs: 1, releases: 1, pages: 2 });
  });

  test('of a pack that was refused when it was offered asks for no part', async () => {
    const problem = { code: 'not-a-pack', file: 'x' } as const;
    const { from } = offerOf();
    const offer = { ticket: 't', file: 'x', size: 1, found: { problem } };
    expect(await installPack(offer, from, {}, () => Promise.reject(new Error('asked')))).toEqual({
      ok: false,
      problem,
    });
  });

  test('waits for the one before it', async () => {
    const store = freshPacks();
    const results = await Promise.all([
      install(store, { id: 'a' }),
      install(store, { id: 'b' }),
      install(store, { id: 'c' }),
    ]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await counts(store.db)).toMatchObject({ packs: 3, pages: 6 });
  });

  test('goes on after one that broke', async () => {
    const store = freshPacks();
    const { offer, from } = offerOf();
    await expect(installPack(offer, from, {}, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(await code(install(store))).toBe('ok');
  });
});

describe('F6 activation is atomic', () => {
  test('wherever it is cut off, the release that counts is the old one whole', async () => {
    const newer = { release: 2, pages: [body('three'), body('four')], images: ['a', 'b'] };
    const { parts } = partsOf(newer);
    for (let cut = 1; cut < parts.length; cut++) {
      const store = freshPacks();
      await install(store, { images: ['a'] });
      for (const part of parts.slice(0, cut)) await store.ask({ do: 'part', file: 'f', origin: 'file', part });
      const later = store.again();
      expect((await listPages(later.db)).map(({ meta }) => meta.id)).toEqual(['two', 'one']);
      await sweep(later.db);
      expect(await counts(later.db)).toMatchObject({
        packs: 1,
        releases: 1,
        pages: 2,
        bodies: 2,
        images: 1,
        imageUses: 1,
      });
      expect(await code(install(later, newer))).toBe('ok');
      expect((await listPages(later.db)).map(({ meta }) => meta.id)).toEqual(['four', 'three']);
    }
  });

  test('cut off after it, the release that counts is the new one whole, and so is the one before', async () => {
    const store = freshPacks();
    await install(store, { images: ['a'] });
    // As if the app had ended before anything was tidied.
    const { parts } = partsOf({ release: 2, pages: [body('three')], images: ['a'] });
    for (const part of parts) await store.ask({ do: 'part', file: 'f', origin: 'file', part });
    const later = store.again();
    expect((await listPages(later.db)).map(({ meta }) => meta.id)).toEqual(['three']);
    await sweep(later.db);
    expect(await counts(later.db)).toMatchObject({ packs: 1, releases: 2, pages: 3, images: 1, imageUses: 2 });
  });
});

test('F6 what a crash left of the same release does not mix with the next try', async () => {
  const made = { terms: [{ term: 'SOC', expansion: 'x', meaning: 'y', see_also: [] }] };
  const store = freshPacks();
  for (const part of partsOf(made).parts.slice(0, 3)) await store.ask({ do: 'part', file: 'f', origin: 'file', part });
  const later = store.again();
  expect(await code(install(later, made))).toBe('ok');
  expect((await later.db.glossaries.toArray()).map(({ terms }) => terms.length)).toEqual([1]);
});

describe('F5 a picture of two packs', () => {
  test('is stored once, and stays with the other when one pack goes', async () => {
    const store = freshPacks();
    await install(store, { id: 'a', images: ['both', 'mine'] });
    await install(store, { id: 'b', images: ['both'] });
    expect(await counts(store.db)).toMatchObject({ images: 2, imageUses: 3 });
    expect(await removePack('a', store.ask)).toEqual({ ok: true, value: null });
    expect((await listPacks(store.db)).map(({ id }) => id)).toEqual(['b']);
    expect(await loadImage(hashOf('both'), store.db, check)).not.toBeNull();
    expect(await loadImage(hashOf('mine'), store.db)).toBeNull();
    await removePack('b', store.ask);
    expect(Object.values(await counts(store.db)).every((count) => count === 0)).toBe(true);
  });
});

describe('parts that are not what they say', () => {
  const { parts } = partsOf({ images: ['a'] });
  const [manifest, page, , , end] = parts;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const whole = { done: 1, total: 2 };
  const right = parts.flatMap((part) => (part.part === 'images' ? part.images : []));
  const picture = (wrong: object) => ({ ...whole, part: 'images', images: right.map((one) => ({ ...one, ...wrong })) });
  test.each([
    ['a page that is no JSON', [manifest, { ...whole, part: 'pages', bytes: bytes('{"meta":') }], 'pack-damaged'],
    ['a page of another shape', [manifest, { ...whole, part: 'pages', bytes: bytes('{"meta":{}}\n') }], 'pack-damaged'],
    [
      'a page that is not listed',
      [manifest, { ...whole, part: 'pages', bytes: bytes(JSON.stringify(body('x'))) }],
      'pack-damaged',
    ],
    ['a page twice', [manifest, page, page], 'pack-damaged'],
    [
      'bytes that are not UTF-8',
      [manifest, { ...whole, part: 'pages', bytes: Uint8Array.of(0x22, 0xff, 0x22) }],
      'pack-damaged',
    ],
    ['a picture of another type', [manifest, picture({ type: 'text/html' })], 'pack-damaged'],
    ['a picture that is not listed', [manifest, picture({ sha256: hashOf('z') })], 'pack-damaged'],
    ['a picture of another size', [manifest, picture({ bytes: bytes('longer than listed') })], 'pack-damaged'],
    ['an end before the pages', [manifest, end], 'pack-truncated'],
    ['a manifest of another shape', [{ ...manifest, manifest: { id: '../x' } }], 'pack-damaged'],
    ['a part without a manifest', [page], 'ticket-unknown'],
  ])('%s', async (_, given, problem) => {
    const store = freshPacks();
    let last: unknown;
    for (const part of given) last = await store.ask({ do: 'part', file: 'f', origin: 'file', part: part as never });
    expect(last).toMatchObject({ ok: false, problem: { code: problem } });
    expect(Object.values(await counts(store.db)).every((count) => count === 0)).toBe(true);
  });
});

describe('a disk that is full', () => {
  test('is said so, with what is needed, and nothing installed is touched', async () => {
    const store = freshPacks();
    await install(store);
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    store.db.bodies.hook('creating', full);
    const result = await install(store, { release: 2 });
    expect(result).toEqual({ ok: false, problem: { code: 'no-space', needed: 1 } });
    store.db.bodies.hook('creating').unsubscribe(full);
    expect((await listPacks(store.db)).map(({ release }) => release)).toEqual([1]);
    expect(await counts(store.db)).toMatchObject({ releases: 1, pages: 2 });
  });

  test('a bug is not taken for a full disk', async () => {
    const store = freshPacks();
    store.db.bodies.hook('creating', () => {
      throw new TypeError('ours');
    });
    await expect(install(store)).rejects.toThrow('ours');
  });
});
