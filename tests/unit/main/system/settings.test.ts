import { describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/problem.ts';
import type { FileEffects } from '#main/boot/json-file.ts';
import { openSettings } from '#main/system/settings.ts';

/** A disk in memory that writes down the order of what happens to it. */
function disk(content?: string) {
  const files = new Map<string, string>(content === undefined ? [] : [['/kept/settings.json', content]]);
  const calls: string[] = [];
  const effects: FileEffects = {
    read: (path) => {
      const text = files.get(path);
      if (text === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT' });
      return text;
    },
    write: (path, text) => {
      calls.push(`write ${path}`);
      files.set(path, text);
    },
    putAside: (path) => {
      calls.push(`aside ${path}`);
      files.set(`${path}.aside`, files.get(path) ?? '');
      files.delete(path);
    },
  };
  return { files, calls, effects };
}

describe('settings', () => {
  test('without a file: the first choices', () => {
    expect(openSettings('/kept', disk().effects).current()).toMatchObject({ theme: 'system', welcomed: false });
  });

  test('a change is on the disk before it counts', () => {
    const { files, calls, effects } = disk();
    expect(openSettings('/kept', effects).change({ theme: 'dark' }).theme).toBe('dark');
    expect(calls).toEqual(['write /kept/settings.json']);
    expect([...files.keys()]).toEqual(['/kept/settings.json']);
    expect(openSettings('/kept', effects).current().theme).toBe('dark');
  });

  test('one bad choice costs only itself', () => {
    const settings = openSettings('/kept', disk('{"theme": "pink", "readingSize": 1.35, "new": 1}').effects).current();
    expect(settings).toMatchObject({ theme: 'system', readingSize: 1.35 });
    expect(settings).not.toHaveProperty('new');
  });

  test.each(['', '{', 'null', '[]', '"x"', '{"theme": {"a": 1}}'])('a file with %j counts as no choices', (content) => {
    expect(openSettings('/kept', disk(content).effects).current().theme).toBe('system');
  });

  test('what a newer Satchel wrote is written back with each change', () => {
    const { files, effects } = disk('{"theme": "pink", "readingSize": 1.35, "new": {"a": 1}}');
    openSettings('/kept', effects).change({ readingSize: 1 });
    const kept = (): unknown => JSON.parse(files.get('/kept/settings.json') ?? '');
    expect(kept()).toMatchObject({ theme: 'pink', readingSize: 1, new: { a: 1 } });
    openSettings('/kept', effects).change({ theme: 'dark' });
    expect(kept()).toMatchObject({ theme: 'dark', readingSize: 1, new: { a: 1 } });
  });

  test.each(['{"theme": "da', '[]'])(
    'a file with %j, which cannot be read, is put aside before another is written',
    (text) => {
      const { files, calls, effects } = disk(text);
      const book = openSettings('/kept', effects);
      book.change({ theme: 'dark' });
      book.change({ theme: 'light' });
      expect(calls).toEqual(['aside /kept/settings.json', 'write /kept/settings.json', 'write /kept/settings.json']);
      expect(files.get('/kept/settings.json.aside')).toBe(text);
    },
  );

  test('a full disk is a refusal and changes nothing', () => {
    const { effects } = disk();
    const full: FileEffects = {
      ...effects,
      write: () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    };
    const book = openSettings('/kept', full);
    expect(() => book.change({ theme: 'dark' })).toThrow(ProblemError);
    expect(book.current().theme).toBe('system');
  });
});
