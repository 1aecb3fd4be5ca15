import { expect, test } from 'vitest';
import { httpsRepository } from '#pack/carriers/https-repository.ts';

test('a certificate that is not trusted is told apart from a server that does not answer', async () => {
  const refusing = (cause: Error) =>
    httpsRepository('https://packs.example.org/', () => Promise.reject(new TypeError('fetch failed', { cause })));
  const read = (cause: Error) =>
    refusing(cause).read('metadata/timestamp.json', { most: 100, signal: new AbortController().signal });
  const distrust = Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  await expect(read(distrust)).rejects.toMatchObject({
    fault: { why: 'unreachable', certificate: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
  await expect(read(new Error('no route'))).rejects.toMatchObject({ fault: { why: 'unreachable' } });
});
