import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog, withoutContent } from '#main/boot/log.ts';

test('an error is kept without its words', () => {
  const error = Object.assign(new TypeError('cannot read the note about Operation Canary'), { code: 'ENOENT' });
  const text = withoutContent(error);
  expect(text).toMatch(/^TypeError ENOENT log\.test\.ts:\d+:\d+/);
  expect(text).not.toContain('Canary');
  expect(withoutContent('Canary')).toBe('string');
});

test('words that look like a place in the code are not kept either', () => {
  expect(withoutContent(new Error('first\nat the Canary office (secret.md:1:1)'))).not.toContain('secret');
});

test('lines go to a file that does not grow for ever', () => {
  const folder = mkdtempSync(join(tmpdir(), 'satchel-log-'));
  const log = openLog(folder, () => new Date(0));
  log('started');
  expect(readFileSync(join(folder, 'satchel.log'), 'utf8')).toBe('1970-01-01T00:00:00.000Z started\n');
  writeFileSync(join(folder, 'satchel.log'), 'x'.repeat(600_000));
  log('again');
  expect(readdirSync(folder).sort()).toEqual(['satchel.log', 'satchel.log.old']);
  expect(statSync(join(folder, 'satchel.log')).size).toBeLessThan(100);
});

test('a log that cannot be written is no second failure', () => {
  expect(() => openLog('/does/not/exist')('event', new Error('x'))).not.toThrow();
});
