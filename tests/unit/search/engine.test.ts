import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import type { Engine } from '#search/engine.ts';
import type { Hit } from '#search/results.ts';
import { buildSegment } from '#search/segment.ts';
import { engage, engineOf, page, welsh } from './small-corpus.ts';

const engine = engineOf(engage, welsh);
const first = (query: string) => {
  const [hit] = engine.search(query).hits;
  return hit && `${hit.page}#${hit.section}`;
};

describe('finds', () => {
  test.each([
    ['talk to suppliers before a tender', 'law#'],
    ['who you may talk to', 'law#who-you-may-talk-to'],
    ['meeting log', 'law#the-meeting-log'],
    ['What the law lets you talk about', 'law#'],
    ['SC-1234', 'law#who-you-may-talk-to'],
    ['sc1234 1234', 'law#who-you-may-talk-to'],
    ['3.5', 'law#who-you-may-talk-to'],
    ['10,000 days', 'law#the-meeting-log'],
    ['UK2', 'notice#'],
    ['Llyn', 'caffael#'],
    ['cyflenwyr tendro', 'caffael#'],
    ['settlment', 'settle#'],
    ['teh markte', 'market#'],
    ['dispu', 'settle#'],
  ])('%s', (query, place) => {
    expect(first(query)).toBe(place);
  });

  test('nothing, quietly', () => {
    const { hits, total, counts } = engine.search('gantt parity charter xyzzy');
    expect([hits, total, counts.packs]).toEqual([[], 0, {}]);
    expect(counts.stages.shape).toBe(0);
    for (const query of ['', ' ', '?', 'the of to']) expect(engine.search(query).hits).toEqual([]);
  });
});

test('a letter word in a snippet is explained by its own pack, else by another, which is named', () => {
  const letters = (pack: string, expansion: string) => ({
    pack,
    packTitle: pack,
    release: 1,
    acronyms: [['PME', expansion], ...(pack === 'a' ? [['VfM', 'value for money'] as const] : [])] as const,
    pages: [page('one', 'Plan', 'Begin PME and VfM work early.')],
  });
  const own = engineOf(letters('a', 'preliminary market engagement'), letters('b', 'project management essentials'));
  const told = own
    .search('early')
    .hits.map(({ pack, snippet }) => [
      pack,
      ...snippet.flatMap(({ text, meaning, meaningFrom = '' }) => (meaning ? [text, meaning, meaningFrom] : [])),
    ]);
  expect(told.sort()).toEqual([
    ['a', 'PME', 'preliminary market engagement', '', 'VfM', 'value for money', ''],
    ['b', 'PME', 'project management essentials', '', 'VfM', 'value for money', 'a'],
  ]);
});

describe('a hit', () => {
  const [hit] = engine.search('meeting log').hits;
  test('names its place', () => {
    expect(hit).toMatchObject({
      pack: 'engage-early',
      packTitle: 'Engage early',
      release: 3,
      page: 'law',
      path: 'pages/law.md',
      section: 'the-meeting-log',
      title: 'What the law lets you talk about',
      heading: 'The meeting log',
      level: 2,
      stage: ['shape'],
    });
  });

  test('marks the words that were asked for, in whatever form', () => {
    expect(hit?.headingRuns).toEqual([
      { text: 'The ', found: false },
      { text: 'meeting', found: true },
      { text: ' ', found: false },
      { text: 'log', found: true },
    ]);
    const words = hit?.snippet.filter(({ found }) => found).map(({ text }) => text);
    expect(words).toEqual(['log', 'meeting']);
  });

  test('marks words that are being completed', () => {
    const marked = engine.search('sup').hits[0]?.snippet.filter(({ found }) => found);
    expect(marked?.[0]?.text).toMatch(/^Supplier/i);
  });
});

describe('filters', () => {
  test('narrow the list, and each group is counted as if it were not applied', () => {
    const all = engine.search('talk suppliers tender notice market');
    const shape = engine.search('talk suppliers tender notice market', { stages: ['shape'] });
    expect(shape.hits.every((hit) => hit.stage.includes('shape'))).toBe(true);
    expect(shape.total).toBe(all.counts.stages.shape);
    expect(shape.counts.stages).toEqual(all.counts.stages);
    const packs = engine.search('talk suppliers tender notice market', { packs: ['cymraeg'] });
    expect(packs.counts.packs).toEqual(all.counts.packs);
    expect(packs.total).toBe(all.counts.packs.cymraeg ?? 0);
  });

  test('the total is the length of the whole list', () => {
    for (const query of ['tender', 'talk to suppliers', 'meeting']) {
      const { total, hits } = engine.search(query, { limit: 1_000 });
      expect(hits).toHaveLength(total);
    }
  });

  test('one page gives three sections at most', () => {
    const hits = engine.search('tender', { limit: 100 }).hits.filter(({ page: id }) => id === 'law');
    expect(hits).toHaveLength(3);
  });
});

describe('U9 the first result stays while a word is completed', () => {
  const place = ({ pack, page: id, section }: Hit) => ({ pack, page: id, section });
  test.each(['setting', 'settings', 'suppliers', 'tender', 'meeting', 'market', 'notice', 'disputes'])('%s', (word) => {
    let hold: ReturnType<typeof place> | undefined;
    const seen = new Set<string>();
    for (let length = 4; length <= word.length; length++) {
      const [hit] = engine.search(word.slice(0, length), hold ? { hold } : {}).hits;
      if (!hit) throw new Error(`nothing for ${word.slice(0, length)}`);
      hold = place(hit);
      seen.add(`${hit.page}#${hit.section}`);
    }
    expect([...seen]).toHaveLength(1);
  });

  test('even where another would come first, unless that is much better', () => {
    const [best, next] = engine.search('meeting').hits;
    const [tender, ...others] = engine.search('tender').hits;
    const worst = others.at(-1);
    if (!best || !next || !tender || !worst) throw new Error('too few');
    expect(next.score).toBeGreaterThan(best.score * 0.6);
    expect(
      engine
        .search('meeting', { hold: place(next) })
        .hits.slice(0, 2)
        .map(place),
    ).toEqual([next, best].map(place));
    expect(worst.score).toBeLessThan(tender.score * 0.6);
    expect(engine.search('tender', { hold: place(worst) }).hits[0]).toEqual(tender);
  });

  test('but not when it no longer answers', () => {
    const hold = { pack: 'engage-early', page: 'settle', section: '' };
    expect(engine.search('setting', { hold }).hits[0]?.page).toBe('settings');
  });

  test('a half word weighs no more than the whole word', () => {
    expect(first('sett')).toBe(first('setting'));
  });

  test('a space says that the word is whole', () => {
    expect(engine.search('sup ').total).toBe(engine.search('sup', { complete: true }).total);
    expect(engine.search('sup').total).toBeGreaterThan(0);
  });
});

describe('holds against any query', () => {
  const nasty = [
    '__proto__',
    'constructor toString hasOwnProperty',
    '\u0000\u0001',
    '(((((a+)+)+)+)+)+$',
    "'; DROP TABLE packs; --",
    '<img src=x onerror=alert(1)>',
    '\ud83d',
    '﷽'.repeat(300),
    'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
    '\u202etest',
    '-- " * ~ ^ title: -',
    'ÅÅÅ '.repeat(200),
    'a'.repeat(10_000),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(50),
  ];
  test.each(nasty.map((query, at) => [at + 1, query] as const))('string %i', (_, query) => {
    const results = engine.search(query);
    expect(results.query).toBe(query.slice(0, LIMITS.query));
    expect(results.hits.length).toBeLessThanOrEqual(50);
  });

  test('and any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
        const { hits, total } = engine.search(query, { limit: 5 });
        return hits.length === Math.min(total, 5) && hits.every(({ score }) => Number.isFinite(score));
      }),
      { numRuns: 300 },
    );
  });

  test('words of the language itself are words like others', () => {
    const pages = [page('a', '__proto__', 'constructor and __proto__'), page('b', 'Other', 'valueOf')];
    const own = engineOf({ pack: '__proto__', packTitle: 'P', release: 1, pages });
    expect(own.search('__proto__').hits[0]?.page).toBe('a');
    expect(own.search('valueof').hits[0]?.page).toBe('b');
    expect(Object.keys(own.search('constructor').counts.packs)).toEqual(['__proto__']);
  });
});

describe('segments', () => {
  test('come and go with their packs', () => {
    const own = engineOf(engage, welsh);
    const size = own.size();
    own.remove('engage-early');
    expect(own.search('tender').hits).toEqual([]);
    expect(own.search('tendro').hits).toHaveLength(1);
    expect(own.size()).toBeLessThan(size);
  });

  test('a newer release takes the place of the older', () => {
    const own = engineOf(welsh, { ...welsh, release: 2, pages: [page('newydd', 'Newydd', 'tendro eto')] });
    expect(own.search('tendro').hits.map((hit) => [hit.page, hit.release])).toEqual([['newydd', 2]]);
    expect(own.search('caffael').total).toBe(0);
  });

  test('rank the same in one as in two', () => {
    const pages = [...engage.pages];
    const one = engineOf(engage);
    const two = engineOf({ ...engage, pages: pages.slice(0, 2) }, { ...engage, pack: 'other', pages: pages.slice(2) });
    const order = (own: typeof one) =>
      own.search('talk to suppliers before tender').hits.map((hit) => hit.section + hit.page);
    expect(order(two)).toEqual(order(one));
  });
});

test('words that a question is made of are not marked, unless there are no others', () => {
  const questions = engineOf({
    pack: 'q',
    packTitle: 'Q',
    release: 1,
    pages: [page('a', 'Talk', 'You can talk to suppliers before a tender. Who can? You can.')],
  });
  const marked = (query: string) =>
    questions
      .search(query)
      .hits[0]?.snippet.filter(({ found }) => found)
      .map(({ text }) => text.toLowerCase());
  expect(marked('who can I talk to before a tender')).toEqual(['talk', 'tender']);
  expect(marked('who can')).toEqual(['can', 'who', 'can', 'can']);
});

describe('pages laid over a pack', () => {
  const notes = (...pages: ReturnType<typeof page>[]) =>
    buildSegment({ pack: 'notes', packTitle: 'Notes', release: 1, pages });
  const one = page('one', 'Supplier day', 'Many came to the harbour.', { Next: 'Ask the pilots.' });
  const two = page('two', 'Short papers', 'One page was read by all.');
  const changed = page('one', 'Supplier day', 'Many came to the quayside.');
  const three = page('three', 'Harbour dues', 'A third of the boats.');
  const found = (of: Engine, query: string) => of.search(query).hits.map(({ page, section }) => `${page}#${section}`);

  test('count instead of its own pages of the same ids, until others are laid', () => {
    const own = engineOf(engage);
    own.add(notes(one, two));
    expect(found(own, 'harbour')).toEqual(['one#']);
    own.lay('notes', [{ segment: notes(changed, three) }]);
    expect(found(own, 'quayside')).toEqual(['one#']);
    expect(found(own, 'harbour')).toEqual(['three#']);
    expect(found(own, 'pilots')).toEqual([]);
    expect(found(own, 'papers')).toEqual(['two#']);
    expect(own.search('harbour').counts.packs).toEqual({ notes: 1 });
    expect(own.size()).toBe(engineOf(engage).size() + 3);
    own.lay('notes', [{ segment: notes(three) }]);
    expect(found(own, 'pilots')).toEqual(['one#next']);
    own.add(notes(two));
    expect(found(own, 'harbour')).toEqual([]);
  });

  test('gone pages are not found, nor are there reasons for them', () => {
    const own = engineOf(engage);
    own.add(notes(one, two));
    const hit = { pack: 'notes', page: 'one', section: '' };
    expect(own.why('harbour', hit)).not.toBeNull();
    own.lay('notes', [{ segment: notes(three), gone: ['one'] }]);
    expect(found(own, 'harbour')).toEqual(['three#']);
    expect([own.why('harbour', hit), own.explain('harbour', hit)]).toEqual([null, null]);
  });

  test('lie over one another: of a page in several of them the last counts', () => {
    const own = engineOf(engage);
    own.add(notes(one, two));
    own.lay('notes', [{ segment: notes(changed, three) }, { segment: notes(one), gone: ['two'] }]);
    expect(found(own, 'quayside')).toEqual([]);
    expect(found(own, 'pilots')).toEqual(['one#next']);
    expect(found(own, 'harbour')).toContain('three#');
    own.lay('notes', [{ segment: notes(one) }, { segment: notes(changed) }]);
    expect(found(own, 'quayside')).toEqual(['one#']);
    expect(found(own, 'papers')).toEqual(['two#']);
    own.lay('notes', [{ segment: notes(changed) }, { gone: ['one'] }]);
    expect([...found(own, 'quayside'), ...found(own, 'pilots')]).toEqual([]);
    own.lay('notes', []);
    expect(found(own, 'pilots')).toEqual(['one#next']);
  });

  test('need no pack beneath them, and go with it', () => {
    const own = engineOf(engage);
    own.lay('notes', [{ segment: notes(three) }]);
    expect(found(own, 'harbour')).toEqual(['three#']);
    own.remove('notes');
    expect(found(own, 'harbour')).toEqual([]);
  });
});
