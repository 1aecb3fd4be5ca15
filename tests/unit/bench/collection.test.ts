import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCollection } from '../../bench/search/collection.mjs';

const GOOD = {
  'corpus.jsonl': '{"id":"d1","title":"One","text":"first"}\n{"id":2,"text":"second"}\n\n',
  'queries.jsonl': '\uFEFF{"id":"q1","text":"what"}\r\n{"id":"q2","text":"unjudged"}\r\n',
  'qrels.tsv': 'qid\tdocid\tgrade\r\nq1\td1\t2\r\nq1\t2\t0\nq1\td1\t1\nq9\td1\t1\n',
};
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function collection(files: Readonly<Record<string, string | undefined>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-collection-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) if (text !== undefined) writeFileSync(join(folder, name), text);
  return folder;
}

describe('a collection', () => {
  test('documents, queries, and the highest grade of each judgement', () => {
    const { docs, queries, judgements, unasked } = readCollection(collection(GOOD));
    expect(docs).toEqual([
      { id: 'd1', title: 'One', text: 'first' },
      { id: '2', title: '', text: 'second' },
    ]);
    expect(queries).toEqual([
      { id: 'q1', text: 'what' },
      { id: 'q2', text: 'unjudged' },
    ]);
    expect([...judgements].map(([id, grades]) => [id, [...grades]])).toEqual([
      [
        'q1',
        [
          ['d1', 2],
          ['2', 0],
        ],
      ],
    ]);
    expect(unasked).toBe(1);
  });

  test.each([
    ['corpus.jsonl', undefined, /is not a collection: put corpus\.jsonl there/],
    ['corpus.jsonl', '', /corpus\.jsonl is empty/],
    ['corpus.jsonl', '{"id":"d1"}\nnot JSON\n', /^Line 2 of .*corpus\.jsonl is not a JSON object/],
    ['corpus.jsonl', '["d1"]\n', /^Line 1 of .* is not a JSON object/],
    ['corpus.jsonl', '{"title":"One"}\n', /^Line 1 of .* has no "id"/],
    ['corpus.jsonl', '{"id":"a"}\n\n{"id":"a"}\n', /^Line 3 of .* has the id "a" again/],
    ['corpus.jsonl', '{"id":"a","title":7}\n', /"title" or "text" that is not text/],
    ['queries.jsonl', '{"id":"q1"}\n', /^Line 1 of .*queries\.jsonl has no "text"/],
    ['queries.jsonl', '{"id":"other","text":"what"}\n', /^No query id of .*qrels\.tsv is in queries\.jsonl/],
    ['qrels.tsv', '', /has no header/],
    ['qrels.tsv', 'q1\td1\t2\n', /has no header/],
    ['qrels.tsv', 'qid\tdocid\tgrade\nq1\td1\n', /^Line 2 of .*qrels\.tsv is not a judgement/],
    ['qrels.tsv', 'qid\tdocid\tgrade\nq1\td1\t0.5\n', /^Line 2 of .* is not a judgement/],
    ['qrels.tsv', 'qid\tdocid\tgrade\nq1\td1\t1\tmore\n', /^Line 2 of .* is not a judgement/],
  ])('%s that holds %j is one sentence', (name, text, sentence) => {
    const folder = collection({ ...GOOD, [name]: text });
    expect(() => readCollection(folder)).toThrow(sentence);
    expect(() => readCollection(folder)).toThrow(expect.objectContaining({ name: 'Stop' }));
  });
});
