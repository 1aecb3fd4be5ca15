import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileEffects, readJson, writeJson } from '#main/json-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'satchel-json-'));

test('what was written is read, and no other file stays', () => {
  const home = folder();
  const file = join(home, 'a.json');
  writeJson(file, { words: 'Cyfrinach 🔒' });
  writeJson(file, { words: 'again' });
  expect(readJson(file)).toEqual({ words: 'again' });
  expect(readdirSync(home)).toEqual(['a.json']);
});

test('a write that stops half way leaves the old file whole', () => {
  const file = join(folder(), 'a.json');
  writeJson(file, { old: true });
  const stopped = {
    ...fileEffects,
    rename: () => {
      throw new Error('power cut');
    },
  };
  expect(() => writeJson(file, { old: false }, stopped)).toThrow('power cut');
  expect(readJson(file)).toEqual({ old: true });
});

test('absent and broken files read as nothing', () => {
  const home = folder();
  expect(readJson(join(home, 'none.json'))).toBeUndefined();
  writeFileSync(join(home, 'half.json'), '{"a": ');
  expect(readJson(join(home, 'half.json'))).toBeUndefined();
  expect(existsSync(join(home, 'none.json'))).toBe(false);
});
