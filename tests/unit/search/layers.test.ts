import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '#search/engine.ts';
import type { Layer } from '#search/layers.ts';
import { joinLexicon, type Lexicon } from '#search/lexicon.ts';
import { createLexiconLayers } from '#search/lexicon-layers.ts';
import { openPostings } from '#search/postings.ts';
import { buildSegment, type Segment } from '#search/segment.ts';
import { page } from './small-corpus.ts';

// Many runs each; only a hang takes so long.
vi.setConfig({ testTimeout: 120_000 });

const WORDS =
  'tender tenders early notice supplier supplying harbour fwrdd bwrdd value money VfM market marketing'.split(' ');
const PACKS = ['a', 'b', 'notes'] as const;
const QUERIES = [
  'tender',
  'tend',
  'm',
  'suplier',
  'harbuor notice',
  'value for money',
  'VfM',
  'bwrdd',
  '"early notice"',
  'market -tender',
  'title:harbour',
  'nowhere tender',
];

const someWords = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((some) => some.join(' '));
const pages = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
      title: someWords,
      lead: someWords,
      more: someWords,
    })
    .chain(({ id, title, lead, more }) =>
      fc
        .record({ stage: fc.constantFrom('explore', 'shape'), lang: fc.constantFrom('en', 'cy') })
        .map(({ stage, lang }) => page(id, title, lead, { More: more }, { stage: [stage], lang, audience: [stage] })),
    ),
  { selector: ({ meta }) => meta.id, maxLength: 4 },
);
const segment = (pack: string): fc.Arbitrary<Segment> =>
  fc.record({ pages, speaks: fc.boolean() }).map((made) =>
    buildSegment({
      ...{ pack, packTitle: pack, release: 1, pages: made.pages },
      acronyms: made.speaks ? [['VfM', 'value for money']] : [],
    }),
  );

type Step =
  | { readonly do: 'add'; readonly segment: Segment }
  | { readonly do: 'remove'; readonly pack: string }
  | { readonly do: 'lay'; readonly pack: string; readonly layers: readonly Layer[] };

/** Layers are taken from a few: most stay while others come and go. */
const steps = fc.constantFrom(...PACKS).chain((pack) =>
  fc.array(segment(pack), { minLength: 3, maxLength: 5 }).chain((pool) => {
    const layer = fc.record(
      { segment: fc.constantFrom(...pool), gone: fc.uniqueArray(fc.constantFrom('one', 'four', 'none')) },
      { requiredKeys: [] },
    );
    const layers = fc.array(layer, { maxLength: 4 });
    return fc.array(
      fc.oneof(
        { weight: 2, arbitrary: segment(pack).map((made): Step => ({ do: 'add', segment: made })) },
        { weight: 1, arbitrary: fc.constant<Step>({ do: 'remove', pack }) },
        { weight: 5, arbitrary: layers.map((some): Step => ({ do: 'lay', pack, layers: some })) },
      ),
      { minLength: 1, maxLength: 5 },
    );
  }),
);

/** The same packs and layers, in an engine that has seen nothing else. */
function whole(packs: ReadonlyMap<string, { readonly own?: Segment; readonly layers?: readonly Layer[] }>): Engine {
  const engine = createEngine();
  for (const [pack, { own, layers }] of packs) {
    if (own) engine.add(own);
    if (layers) engine.lay(pack, layers);
  }
  return engine;
}

function all(engine: Engine): unknown {
  const asked = QUERIES.flatMap((query) => {
    const { hits, ...rest } = engine.search(query, { suggest: true });
    const filtered = engine.search(query, { complete: true, stages: ['shape'], packs: ['a', 'notes'], limit: 3 });
    const [first] = hits;
    return [rest, hits, filtered, first && engine.explain(query, first), first && engine.why(query, first)];
  });
  return [engine.size(), asked];
}

test('an engine that has seen packs and layers come and go answers as one that was just made', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 4 }), (rounds) => {
      const engine = createEngine();
      const packs = new Map<string, { readonly own?: Segment; readonly layers?: readonly Layer[] }>();
      for (const step of rounds.flat()) {
        if (step.do === 'add') {
          engine.add(step.segment);
          packs.set(step.segment.pack, { own: step.segment });
        } else if (step.do === 'remove') {
          engine.remove(step.pack);
          packs.delete(step.pack);
        } else {
          engine.lay(step.pack, step.layers);
          packs.set(step.pack, { ...packs.get(step.pack), layers: step.layers });
        }
        expect(all(engine)).toEqual(all(whole(packs)));
      }
    }),
    { numRuns: 25 },
  );
});

/** Words with their stems, each once. */
const pairs = ({ lists }: Lexicon): ReadonlySet<string> =>
  new Set(lists.flatMap(({ words, wordStems }) => words.map((word, place) => `${word} ${wordStems[place]}`)));

test('the vocabulary of packs and layers is the one that they have when they are joined at once', () => {
  const lists = fc.array(segment('p'), { minLength: 1, maxLength: 4 });
  const some = fc.array(lists, { minLength: 1, maxLength: 3 });
  const open = (one: Segment) => ({ segment: one, postings: openPostings(one) });
  fc.assert(
    fc.property(some, some, (bases, changes) => {
      for (const base of bases.map((own) => own.map(open))) {
        const lexiconWith = createLexiconLayers(joinLexicon(base));
        for (const layers of changes.map((over) => over.map(open)))
          expectSame(lexiconWith(layers), joinLexicon([...base, ...layers]));
      }
    }),
    { numRuns: 40 },
  );
});

function expectSame(made: Lexicon, once: Lexicon): void {
  expect([made.stems, made.frequencies, made.globals]).toEqual([once.stems, once.frequencies, once.globals]);
  expect(pairs(made)).toEqual(pairs(once));
  once.stems.forEach((stem, number) => {
    expect(made.numbers.get(stem)).toBe(number);
    expect(made.locals.map((local) => local(number))).toEqual(once.locals.map((local) => local(number)));
  });
  expect(made.numbers.has('absent')).toBe(false);
}
