import { expect, test } from 'vitest';
import { ownWorkerUrl } from '#kit/worker-url.ts';

const base = 'app://satchel';

test.each([
  '/assets/compare.worker-w.js',
  '/assets/index.worker-D3adB_ef.js',
  '/assets/install.worker-x-1.js',
  '/assets/picture.worker-z.js',
  '/assets/text.worker-y.js',
])('H7 %s is ours', (url) => {
  expect(ownWorkerUrl(url, base)).toBe(url);
});

test.each([
  'https://evil.test/assets/index.worker-a.js',
  'data:text/javascript,alert(1)',
  'blob:app://satchel/1',
  '/assets/other.worker-a.js',
  '/assets/index.worker-a.js?x=1',
  '/assets/index.worker-a.js#x',
  '/assets/../index.worker-a.js',
  '/assets/index.worker-a.js/../../x.js',
  'javascript:alert(1)',
  '',
])('H7 %j is not', (url) => {
  expect(() => ownWorkerUrl(url, base)).toThrow();
});
