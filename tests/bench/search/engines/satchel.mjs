import { loadBundle } from '../bundle.mjs';

const FACTS = { path: '', stage: [], audience: [], ask: [], tags: [], sources: [], related: [], extra: {}, words: 0 };

/**
 * Each document is a page with nothing but its lead, so a section is a document and no other text adds words. The order
 * alone is asked for, as of the other engines, which mark nothing and make no snippets.
 * @param {string} bundle folder of our bundled search
 * @returns {Promise<import('./engines.mjs').Configurations>}
 */
export async function openSatchel(bundle) {
  const { buildSegment, createEngine, openSegment } = await loadBundle(bundle);

  /** @param {import('../../../../src/search/segment.ts').Segment} segment @returns {import('./engines.mjs').Index} */
  const indexOf = (segment) => {
    const engine = createEngine();
    engine.add(segment);
    return {
      update: (doc) => engine.lay('bench', [{ segment: segmentOf([doc]) }]),
      search: (query, limit) =>
        engine.search(query, { limit, complete: true, bare: true }).hits.map(({ page }) => page),
      typed: (query, limit) =>
        engine.search(query, { limit, complete: false, bare: true }).hits.map(({ page }) => page),
      save: () => new Uint8Array(segment.buffer),
    };
  };

  /** @param {readonly import('./engines.mjs').Doc[]} docs */
  const segmentOf = (docs) => {
    const pages = docs.map(({ id, title, text }) => ({
      meta: { ...FACTS, id, title },
      sections: [{ id: '', heading: title, level: 1, text }],
    }));
    return buildSegment({ pack: 'bench', packTitle: '', release: 1, pages });
  };

  return {
    ranking: {
      build: (docs) => indexOf(segmentOf(docs)),
      restore(saved) {
        const segment = saved instanceof Uint8Array ? openSegment(bufferOf(saved)) : null;
        if (!segment) throw new Error('The saved segment does not open');
        return indexOf(segment);
      },
    },
  };
}

/** @param {Uint8Array} bytes that fill their buffer @returns {ArrayBuffer} */
function bufferOf({ buffer }) {
  if (!(buffer instanceof ArrayBuffer)) throw new Error('Not a plain buffer');
  return buffer;
}
