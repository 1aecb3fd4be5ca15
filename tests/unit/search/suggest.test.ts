import { describe, expect, test } from 'vitest';
import { engage, engineOf, welsh } from './small-corpus.ts';

const engine = engineOf(engage, welsh);
const ask = (query: string) => engine.search(query, { suggest: true });
const spelt = (query: string) => ask(query).suggestions?.spelt.map((one) => one.query);

describe('did you mean', () => {
  test('the nearest spelling of a word that is on no page, wider than the search itself looks', () => {
    expect(engine.search('suplirs').total).toBe(0);
    expect(spelt('suplirs')?.[0]).toBe('suppliers');
    expect(spelt('zuppliarz talk')?.[0]).toBe('suppliers talk');
  });

  test('two words that were run together', () => {
    expect(spelt('meetinglog')?.[0]).toBe('meeting log');
    expect(spelt('talkto')?.[0]).toBe('talk to');
  });

  test('signs stay where they stood', () => {
    expect(spelt('"suplirs" title:talk')?.[0]).toBe('"suppliers" title:talk');
  });

  test('only what finds something', () => {
    for (const query of ['suplirs', 'meetinglog', 'qqqqqq zzzzzz', 'xq']) {
      for (const { query: other, total } of ask(query).suggestions?.spelt ?? []) {
        expect(total).toBeGreaterThan(0);
        expect(engine.search(other, { complete: true }).total).toBe(total);
      }
    }
    expect(spelt('qqqqqq')).toEqual([]);
  });
});

describe('less', () => {
  test('each part left out in turn, those of most results first', () => {
    const { total, suggestions } = ask('"meeting tender" supplier notice');
    expect(total).toBe(0);
    expect(suggestions?.fewer.map((one) => one.query)).toEqual(['supplier notice']);
    expect(suggestions?.fewer[0]?.total).toBe(engine.search('supplier notice', { complete: true }).total);
  });

  test('the words without their signs', () => {
    expect(ask('"meeting tender"').suggestions?.plain?.query).toBe('meeting tender');
    expect(ask('xyzzy').suggestions?.plain).toBeNull();
  });
});

test('nothing is suggested where all is well, or where nobody asks', () => {
  expect(ask('tender').suggestions).toBeUndefined();
  expect(engine.search('xyzzy').suggestions).toBeUndefined();
  expect(ask('').suggestions?.spelt).toEqual([]);
});

test('words that are on no page are named even where others are found', () => {
  const { missing, total, suggestions } = ask('talk to qqqqqq suplirs');
  expect(missing).toEqual(['qqqqqq', 'suplirs']);
  expect(total).toBeGreaterThan(0);
  expect(suggestions?.spelt[0]?.query).toBe('talk to qqqqqq suppliers');
  expect(suggestions?.fewer).toEqual([]);
});
