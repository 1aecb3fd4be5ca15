// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { sharedValue } from '#kit/shared-value.ts';

test('listeners are told of each change with the new value in place, until they leave', () => {
  const count = sharedValue(1);
  const seen: number[] = [];
  const leave = count.subscribe(() => seen.push(count.get()));
  expect(count.get()).toBe(1);
  count.set(2);
  count.set(2);
  leave();
  count.set(3);
  expect(seen).toEqual([2, 2]);
  expect(count.get()).toBe(3);
});

test('a listener that leaves while it is told keeps no other from being told', () => {
  const count = sharedValue(0);
  const seen: string[] = [];
  const leave = count.subscribe(() => {
    seen.push('once');
    leave();
  });
  count.subscribe(() => seen.push('each'));
  count.set(1);
  count.set(2);
  expect(seen).toEqual(['once', 'each', 'each']);
});

test('what shows a value draws again when it changes', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const name = sharedValue('before');
  const host = document.createElement('div');
  const root = createRoot(host);
  const Name = () => createElement('b', null, name.use());
  await act(async () => root.render(createElement(Name)));
  expect(host.textContent).toBe('before');
  await act(async () => name.set('after'));
  expect(host.textContent).toBe('after');
  await act(async () => root.unmount());
});
