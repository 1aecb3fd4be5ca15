import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCREEN_NAMES } from '#domain/address.ts';
import { assetsOf } from '#main/window/assets.ts';
import { CONTENT_POLICY } from '#main/window/headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'satchel-assets-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Satchel</title>');
writeFileSync(join(folder, 'assets/index-Ab_1-x.js'), 'export {};');
writeFileSync(join(folder, 'assets/style.css'), 'body{}');
writeFileSync(join(folder, 'assets/strange.exe'), 'MZ');
writeFileSync(join(folder, '..', 'secret.html'), 'secret');
const answer = assetsOf(folder);
const get = (url: string, method = 'GET') => answer({ url, method });
const words = (url: string) => new TextDecoder().decode(get(url).body);

/** Addresses that must find nothing. */
const NOTHING = [
  'app://satchel/../secret.html',
  'app://satchel/assets/../../secret.html',
  'app://satchel/assets/..%2f..%2fsecret.html',
  'app://satchel/%2e%2e/secret.html',
  'app://satchel/..%5csecret.html',
  'app://satchel/..\\secret.html',
  'app://satchel/assets\\style.css',
  'app://satchel/%61ssets/style.css',
  'app://satchel/assets/style.css%00.html',
  'app://satchel/assets/style.css\0',
  'app://satchel//assets/style.css',
  'app://satchel/./assets/style.css',
  'app://satchel/assets/',
  'app://satchel/assets',
  'app://satchel/assets/STYLE.css',
  'app://satchel/assets/style.css/',
  'app://satchel/assets/strange.exe',
  'app://satchel/etc/passwd',
  'app://satchel/C:/Windows/win.ini',
  'app://satchel/file:///etc/passwd',
  'app://satchel/unknown',
  'app://satchel/library/more',
  'app://satchel/read/one',
  'app://satchel/read/one/two/three',
  'app://satchel/read/..%2f..%2fsecret/page',
  'app://satchel/__proto__',
  'app://satchel/constructor',
  'app://satchel:80/index.html',
  'app://user@satchel/index.html',
  'app://other/index.html',
  'app://satchel.example/index.html',
  'app://SATCHEL/index.html',
  'app:index.html',
  'app:///index.html',
  'https://satchel/index.html',
  'file:///index.html',
  'blob:app://satchel/1',
  '',
];

describe('H14 our own files and nothing else', () => {
  test('H14 files by their exact names, whatever the query', () => {
    expect(words('app://satchel/index.html')).toContain('Satchel');
    expect(words('app://satchel/assets/index-Ab_1-x.js')).toBe('export {};');
    expect(words('app://satchel/assets/style.css?v=1#x')).toBe('body{}');
    expect(get('app://satchel/assets/style.css').headers['content-type']).toBe('text/css; charset=utf-8');
  });

  test('H14 every screen answers the one page', () => {
    for (const name of SCREEN_NAMES) {
      const path = { read: 'read/pack-1/page-2?x#section', note: 'note/0b7c3f0e' }[name as string] ?? name;
      expect(words(`app://satchel/${path}`)).toContain('Satchel');
    }
    expect(words('app://satchel/')).toContain('Satchel');
  });

  test.each(NOTHING)('H14 404 for %j', (url) => {
    const { status, body } = get(url);
    expect(status).toBe(404);
    expect(body.byteLength).toBe(0);
  });

  test.each(['POST', 'HEAD', 'PUT', 'OPTIONS', 'get'])('H14 404 for the method %s', (method) => {
    expect(get('app://satchel/index.html', method).status).toBe(404);
  });

  test('H14 a file that appears later is not served', () => {
    writeFileSync(join(folder, 'assets/late.js'), '1');
    expect(get('app://satchel/assets/late.js').status).toBe(404);
  });

  test('H14 the body is a buffer of its own and as long as it says', () => {
    const shared = new Uint8Array(64).fill(65);
    const view = assetsOf(folder, () => shared.subarray(8, 12));
    const { body, headers } = view({ method: 'GET', url: 'app://satchel/index.html' });
    expect(body.buffer).not.toBe(shared.buffer);
    expect(body.buffer.byteLength).toBe(4);
    expect(headers['content-length']).toBe('4');
  });
});

describe('H7 headers', () => {
  const all = ['app://satchel/', 'app://satchel/assets/index-Ab_1-x.js', 'app://satchel/assets/style.css', ...NOTHING];

  test('H7 every answer carries the policy', () => {
    for (const url of all) {
      const { headers } = get(url);
      expect(headers['content-security-policy']).toBe(CONTENT_POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('H7 the policy, read as a browser reads it', () => {
    const policy = Object.fromEntries(
      CONTENT_POLICY.split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values];
      }),
    );
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-src': ["'none'"],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['app'],
    });
  });
});
