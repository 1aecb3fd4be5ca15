import { describe, expect, test } from 'vitest';
import { createEngine } from '#search/engine.ts';
import { buildSegment, openSegment, sectionText } from '#search/segment.ts';
import { createSegmentBuilder } from '#search/segment-builder.ts';
import { ANALYSER } from '#search/words/analyse.ts';
import { engage, page } from './small-corpus.ts';

describe('a segment', () => {
  test('answers the same after it was stored and opened again', () => {
    const built = buildSegment(engage);
    const opened = openSegment(structuredClone(built.buffer));
    if (!opened) throw new Error('does not open');
    const answers = [built, opened].map((segment) => {
      const engine = createEngine();
      engine.add(segment);
      return engine.search('talk before tender');
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.hits.length).toBeGreaterThan(0);
  });

  test('page by page is the same as at once', () => {
    const builder = createSegmentBuilder(engage);
    for (const one of engage.pages) builder.add(one);
    expect(new Uint8Array(builder.finish())).toEqual(new Uint8Array(buildSegment(engage).buffer));
  });

  test('of another analyser is refused', () => {
    const { buffer } = buildSegment(engage);
    const bytes = new Uint8Array(buffer.slice(0));
    const text = new TextDecoder('latin1').decode(bytes);
    const at = text.indexOf(ANALYSER);
    bytes[at] = 'x'.charCodeAt(0);
    expect(openSegment(bytes.buffer)).toBeNull();
  });

  test.each([
    ['empty', new ArrayBuffer(0)],
    ['noise', Uint8Array.from({ length: 4_096 }, (_, at) => (at * 131) & 255).buffer],
    ['cut short', buildSegment(engage).buffer.slice(0, -8)],
  ])('that is %s is refused', (_, buffer) => {
    expect(openSegment(buffer)).toBeNull();
  });

  test('keeps texts as they are, and puts the summary before the lead', () => {
    const text = 'Ŵ 🙂 \u0000 \ud83d end';
    const segment = buildSegment({
      pack: 'p',
      packTitle: 'P',
      release: 1,
      pages: [page('a', 'A', text, {}, { summary: 'In short.' })],
    });
    expect(sectionText(segment, 0)).toBe('In short.\nŴ 🙂 \u0000 \ufffd end');
  });

  test('a page without a lead is found by its title all the same', () => {
    const { meta } = page('a', 'Lonely title', '');
    const segment = buildSegment({ pack: 'p', packTitle: 'P', release: 1, pages: [{ meta, sections: [] }] });
    const engine = createEngine();
    engine.add(segment);
    expect(engine.search('lonely').hits.map((hit) => [hit.page, hit.section, hit.heading])).toEqual([
      ['a', '', 'Lonely title'],
    ]);
  });

  test('a page that begins with a heading shows the text after it under its title, and is not found by it', () => {
    const pages = [page('a', 'Short title', '', { Begin: 'Procurement rules.' })];
    const engine = createEngine();
    engine.add(buildSegment({ pack: 'p', packTitle: 'P', release: 1, pages }));
    expect(engine.search('title').hits[0]?.snippet).toEqual([{ text: 'Procurement rules.', found: false }]);
    expect(engine.search('procurement').hits.map(({ section }) => section)).toEqual(['begin']);
  });

  test('of an empty pack is no trouble', () => {
    const engine = createEngine();
    engine.add(buildSegment({ pack: 'p', packTitle: 'P', release: 1, pages: [] }));
    expect(engine.search('anything').total).toBe(0);
  });
});
