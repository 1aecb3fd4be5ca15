import { expect, test } from 'vitest';
import { createSearchClient } from '#rooms/search/client.ts';
import type { IndexReport, IndexRequest } from '#rooms/search/messages.ts';
import { createNewestWins } from '#rooms/search/newest.ts';
import { createEngine } from '#search/engine.ts';

test('of queries that wait only the newest is looked up; the others are told', () => {
  const said: IndexReport[] = [];
  const later: (() => void)[] = [];
  const asked: string[] = [];
  const engine = createEngine();
  const answer = createNewestWins(
    {
      ...engine,
      search: (query) => {
        asked.push(query);
        return engine.search(query);
      },
    },
    (report) => said.push(report),
    (run) => later.push(run),
  );
  for (const [id, query] of ['t', 'te', 'ten'].entries()) answer({ ask: 'search', by: 'box', id, query, options: {} });
  for (const run of later.splice(0)) run();
  expect(asked).toEqual(['ten']);
  expect(said.map((report) => report.say === 'results' && [report.id, report.results === null])).toEqual([
    [0, true],
    [1, true],
    [2, false],
  ]);
  answer({ ask: 'search', by: 'box', id: 3, query: 'tend', options: {} });
  expect(later).toHaveLength(1);
});

test('a query of another asker waits beside it and takes nobody’s place', () => {
  const said: IndexReport[] = [];
  const later: (() => void)[] = [];
  const answer = createNewestWins(
    createEngine(),
    (report) => said.push(report),
    (run) => later.push(run),
  );
  answer({ ask: 'search', by: 'box', id: 0, query: 'tender', options: {} });
  answer({ ask: 'search', by: 'term', id: 1, query: 'law', options: {} });
  for (const run of later.splice(0)) run();
  expect(said.map((report) => report.say === 'results' && [report.id, report.results === null])).toEqual([
    [0, false],
    [1, false],
  ]);
});

test('in the window an answer that comes late is not given out', async () => {
  let hear: (event: { data: IndexReport }) => void = () => undefined;
  const sent: IndexRequest[] = [];
  const client = createSearchClient({
    postMessage: (message: IndexRequest) => sent.push(message),
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener;
    },
  } as never);
  const first = client.search('a');
  const second = client.search('ab');
  const beside = client.search('b', {}, 'term');
  const results = createEngine().search('');
  for (const { id } of sent) hear({ data: { say: 'results', id, results } });
  expect(await Promise.all([first, second, beside])).toEqual([null, results, results]);
});

test('reasons come back to the one who asked, whatever else is asked meanwhile', async () => {
  let hear: (event: { data: IndexReport }) => void = () => undefined;
  const sent: IndexRequest[] = [];
  const client = createSearchClient({
    postMessage: (message: IndexRequest) => sent.push(message),
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener;
    },
  } as never);
  const hit = { pack: 'p', page: 'a', section: '' };
  const why = { found: { heading: ['a'], title: [], surroundings: [], text: [] } } as never;
  const [first, second, results] = [client.why('a', hit), client.why('ab', hit), client.search('ab')];
  expect(sent.map(({ ask, query }) => [ask, query])).toEqual([
    ['why', 'a'],
    ['why', 'ab'],
    ['search', 'ab'],
  ]);
  const [one, two, three] = sent.map(({ id }) => id);
  hear({ data: { say: 'why', id: two ?? 0, why: null } });
  hear({ data: { say: 'results', id: three ?? 0, results: null } });
  hear({ data: { say: 'why', id: one ?? 0, why } });
  expect(await Promise.all([first, second, results])).toEqual([why, null, null]);
});
