import { expect, test } from 'vitest';
import { isHeldByOther } from '#main/boot/profile-lock.ts';

test.each([
  ['LAPTOP-1-20', true],
  ['LAPTOP-1-10', false],
  ['LAPTOP-1-4711', false],
  ['LAPTOP-2-20', false],
  ['nonsense', false],
  [null, false],
])('B7 a lock of “%s”: another start heard of this one: %s', (text, held) => {
  const effects = {
    read() {
      if (text === null) throw new Error('ENOENT');
      return text;
    },
    host: () => 'LAPTOP-1',
    pid: 10,
    lives: (pid: number) => pid === 10 || pid === 20,
  };
  expect(isHeldByOther('/p', 'linux', effects)).toBe(held);
  expect(isHeldByOther('/p', 'win32', effects)).toBe(true);
});
