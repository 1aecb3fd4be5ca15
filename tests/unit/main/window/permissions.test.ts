import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { mayDo, mayLoad } from '#main/window/permissions.ts';

/** Every permission word that Electron's own types know, so that a new one is refused before we have heard of it. */
function permissions(): readonly string[] {
  const types = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
  const lists = types.matchAll(/setPermission(?:Request|Check)Handler\(handler: \(\([^)]*permission: ([^,)]*)/g);
  return [
    ...new Set([...lists].flatMap(([, words = '']) => [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word))),
  ];
}

describe('H5 permissions', () => {
  const known = permissions();

  test('H5 Electron’s list is found', () => {
    expect(known.length).toBeGreaterThan(15);
    expect(known).toContain('clipboard-sanitized-write');
    expect(known).toContain('geolocation');
  });

  const others = [
    ...known,
    'toString',
    '__proto__',
    '',
    'CLIPBOARD-SANITIZED-WRITE',
    'clipboard-sanitized-write ',
  ].filter((name) => name !== 'clipboard-sanitized-write');
  test.each(others)('H5 “%s” is denied to everyone', (permission) => {
    for (const origin of ['app://satchel', 'app://satchel/', 'https://www.gov.uk', '']) {
      expect(mayDo(permission, origin, true)).toBe(false);
      expect(mayDo(permission, origin, false)).toBe(false);
    }
  });

  test('H5 our main frame may copy text, nobody else', () => {
    expect(mayDo('clipboard-sanitized-write', 'app://satchel', true)).toBe(true);
    expect(mayDo('clipboard-sanitized-write', 'app://satchel', false)).toBe(false);
    for (const origin of ['', 'null', 'app://satchel.example', 'app://other', 'https://satchel', 'app://satchel:1'])
      expect(mayDo('clipboard-sanitized-write', origin, true)).toBe(false);
  });
});

describe('H17 what the window may load', () => {
  test.each(['app://satchel/', 'app://satchel/assets/a.js', 'blob:app://satchel/0b6c'])('H17 %s', (url) => {
    expect(mayLoad(url)).toBe(true);
  });

  test.each([
    'http://127.0.0.1:8080/',
    'https://www.gov.uk/',
    'ws://127.0.0.1/',
    'wss://x.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://x.example/',
    'app://other/',
    'app://satchel.example/',
    'app://satchel@evil.example/',
    'blob:https://x.example/1',
    'blob:null/1',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'chrome-extension://x/y',
    'filesystem:app://satchel/x',
    'about:blank',
    '',
  ])('H17 not %s', (url) => {
    expect(mayLoad(url)).toBe(false);
  });
});
