import { expect, test } from 'vitest';
import { openGuards } from '#main/boot/guards.ts';
import type { FileEffects } from '#main/boot/json-file.ts';

const NOW = { app: '0.2.0', chromium: '130' };

function laptop() {
  let text = '';
  let time = 0;
  const files: FileEffects = {
    read: () => text,
    write: (_path, to) => {
      text = to;
    },
    putAside: () => undefined,
  };
  return { start: () => openGuards('/h', NOW, files, () => time), pass: (ms: number) => (time += ms) };
}

test('B3 an end that was no close is known at the next start, and one that was is not', () => {
  const { start } = laptop();
  expect(start().broke).toBe(false);
  const second = start();
  expect(second.broke).toBe(true);
  second.closed();
  const third = start();
  expect(third.broke).toBe(false);
  third.started({});
  expect(start().broke).toBe(true);
});

test('B3 whoever closes a window at once has not failed to start; a window that stood long and never worked has', () => {
  const { start, pass } = laptop();
  for (let n = 0; n < 5; n++) start().closed();
  expect(start().failed).toBe(false);
  for (let n = 0; n < 2; n++) {
    const broken = start();
    pass(30_000);
    broken.closed();
  }
  expect(start().failed).toBe(true);
});
