import { expect, test } from 'vitest';
import { createTerminal, printable } from '#tool/terminal.ts';

/** A terminal whose streams and clock are plain values. */
function fake(isTTY: boolean) {
  const written = { out: '', err: '' };
  let time = 0;
  const terminal = createTerminal({
    out: { write: (text) => (written.out += text) },
    err: { isTTY, write: (text) => (written.err += text) },
    now: () => time,
  });
  return { terminal, written, later: (ms: number) => (time += ms) };
}

test('progress is seen on a terminal, not too often, and leaves nothing behind', () => {
  const { terminal, written, later } = fake(true);
  terminal.progress('Checking', 1, 200);
  expect(written.err).toBe('Checking 1 of 200 (0 %)');
  terminal.progress('Checking', 2, 200);
  expect(written.err).toBe('Checking 1 of 200 (0 %)');
  later(150);
  terminal.progress('Checking', 50, 200);
  expect(written.err.split('\r').at(-1)).toBe('Checking 50 of 200 (25 %)');
  terminal.line('Done.');
  expect(written.err.endsWith(`\r${' '.repeat(25)}\r`)).toBe(true);
  expect(written.out).toBe('Done.\n');
  terminal.progress('Checking', 200, 200);
  expect(written.err.endsWith('\r')).toBe(true);
});

test('progress is silent where nobody watches', () => {
  const { terminal, written } = fake(false);
  terminal.progress('Checking', 1, 2);
  terminal.progress('Checking', 2, 2);
  expect(written).toEqual({ out: '', err: '' });
});

test('what would move the cursor, set the title or turn the text around is spelt out', () => {
  expect(printable('a\u001b[2Jb\u0007\u202ec\rd')).toBe('a\\u001b[2Jb\\u0007\\u202ec\\u000dd');
  expect(printable('Mae’r tŷ\nyn wyrdd 🐉')).toBe('Mae’r tŷ\nyn wyrdd 🐉');
});

test('a value is JSON as it is', () => {
  const { terminal, written } = fake(false);
  terminal.json({ title: 'a\u001b' });
  expect(JSON.parse(written.out)).toEqual({ title: 'a\u001b' });
});
