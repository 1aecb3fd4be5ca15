import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJson, writeJson } from '#main/boot/json-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'satchel-json-'));

test('what was written is read, and no other file stays', () => {
  const home = folder();
  const file = join(home, 'a.json');
  writeJson(file, { words: 'Cyfrinach 🔒' });
  writeJson(file, { words: 'again' });
  expect(readJson(file)).toEqual({ words: 'again' });
  expect(readdirSync(home)).toEqual(['a.json']);
});

test('absent and broken files read as nothing', () => {
  const home = folder();
  expect(readJson(join(home, 'none.json'))).toBeUndefined();
  writeFileSync(join(home, 'half.json'), '{"a": ');
  expect(readJson(join(home, 'half.json'))).toBeUndefined();
  expect(existsSync(join(home, 'none.json'))).toBe(false);
  mkdirSync(join(home, 'folder.json'));
  expect(readJson(join(home, 'folder.json'))).toBeUndefined();
});
