import { describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/problem.ts';
import { sayIn } from '#domain/words/words.ts';
import { saveSearches } from '#main/sharing/save-searches.ts';

const say = sayIn('en-GB');
const rows = [
  { words: 'vendor parity', day: '2026-11-20', times: 2 },
  { words: '=cmd|calc', day: '2026-11-23', times: 1 },
];

describe('searches that found nothing', () => {
  test('are saved where the person says, under a name with the day', async () => {
    const files: string[][] = [];
    const asked: string[] = [];
    const answer = await saveSearches(rows, '2026-11-23', say, {
      choose: (name) => {
        asked.push(name);
        return Promise.resolve('/chosen/list.csv');
      },
      write: async (path, text) => files.push([path, text]),
    });
    expect(answer).toBe('saved');
    expect(asked).toEqual(['searches-that-found-nothing-2026-11-23.csv']);
    expect(files).toEqual([
      [
        '/chosen/list.csv',
        "\ufeffWords,Last searched,Times\r\nvendor parity,2026-11-20,2\r\n'=cmd|calc,2026-11-23,1\r\n",
      ],
    ]);
  });

  test('are not written when nobody says where', async () => {
    const write = () => {
      throw new Error('written');
    };
    expect(await saveSearches(rows, '2026-11-23', say, { choose: () => Promise.resolve(null), write })).toBe(
      'cancelled',
    );
  });

  test('a place that cannot be written is a problem that names the file only', async () => {
    const saved = saveSearches(rows, '2026-11-23', say, {
      choose: () => Promise.resolve('/no/such/place/list.csv'),
      write: () => {
        throw new Error('EACCES');
      },
    });
    await expect(saved).rejects.toMatchObject({ problem: { code: 'file-unwritable', file: 'list.csv' } });
    await expect(saved).rejects.toBeInstanceOf(ProblemError);
  });
});
