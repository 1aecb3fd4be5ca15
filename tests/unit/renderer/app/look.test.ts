// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { applyLook, earlyLook, keepLook } from '#rooms/app/look.ts';

const root = () => document.createElement('html');

test('system leaves colours and contrast to the system', () => {
  const html = root();
  applyLook(html, { theme: 'dark', contrast: 'more', readingSize: 1.35, language: 'en-GB' });
  expect(html.dataset.theme).toBe('dark');
  expect(html.dataset.contrast).toBe('more');
  expect(html.style.getPropertyValue('--sat-reading-scale')).toBe('1.35');
  applyLook(html, { theme: 'system', contrast: 'system', readingSize: 1, language: 'en-XA' });
  expect(html.dataset.theme).toBeUndefined();
  expect(html.dataset.contrast).toBeUndefined();
  expect(html.lang).toBe('en-GB');
});

test('the next start has the colours before main answers, and takes no others', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (n: string, t: string) => void kept.set(n, t),
  };
  keepLook(storage, { theme: 'dark', contrast: 'system', readingSize: 1, language: 'en-GB' });
  const html = root();
  earlyLook(html, storage);
  expect(html.dataset.theme).toBe('dark');
  expect(html.dataset.contrast).toBeUndefined();
  kept.set('satchel.look', 'red loud');
  const other = root();
  earlyLook(other, storage);
  expect(other.dataset.theme).toBeUndefined();
});
