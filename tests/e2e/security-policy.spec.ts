import { launchApp } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { type Listener, startListener } from '#support/listener.ts';
import { expect, test } from '#support/window-test.ts';

let other: Listener;
test.beforeAll(async () => {
  other = await startListener();
});
test.afterAll(() => other.close());

const tries = () => `
await t('cssom style', () => { const d = document.createElement('div'); d.style.color = 'rgb(1, 2, 3)'; document.body.append(d); return getComputedStyle(d).color; });
await t('textContent', () => { document.createElement('p').textContent = '<b>x'; });
await t('innerHTML', () => { document.createElement('p').innerHTML = '<img src=x onerror=window.pwned=1>'; });
await t('outerHTML', () => { const p = document.createElement('p'); document.body.append(p); p.outerHTML = '<img src=x onerror=window.pwned=1>'; });
await t('insertAdjacentHTML', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.pwned=1>'); });
await t('document.write', () => { document.write('<script>window.pwned=1</' + 'script>'); });
await t('DOMParser', () => { new DOMParser().parseFromString('<p>x', 'text/html'); });
await t('createContextualFragment', () => { document.createRange().createContextualFragment('<b>x'); });
await t('srcdoc', () => { document.createElement('iframe').srcdoc = '<script>parent.pwned=1</' + 'script>'; });
await t('eval', () => { eval('window.pwned=1'); });
await t('Function', () => { new Function('window.pwned=1')(); });
await t('timeout string', () => new Promise((done) => { setTimeout('window.pwned=1', 0); setTimeout(() => done(window.pwned ? 'ran' : 'did not run'), 50); }));
await t('wasm', () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled'));
await t('javascript address', () => new Promise((done) => { const a = document.createElement('a'); a.href = 'javascript:window.pwned=1'; document.body.append(a); a.click(); setTimeout(() => done(window.pwned ? 'ran' : 'did not run'), 100); }));
await t('inline script element', () => { const s = document.createElement('script'); s.textContent = 'window.pwned=1'; document.body.append(s); });
await t('script address', () => { const s = document.createElement('script'); s.src = '${other.web}/s.js'; document.body.append(s); });
await t('event attribute', () => { document.body.setAttribute('onclick', 'window.pwned=1'); document.body.click(); return window.pwned ? 'ran' : 'did not run'; });
await t('style attribute', () => getComputedStyle(document.getElementById('styled')).color);
const trusted = trustedTypes.createPolicy('app', { createScriptURL: (url) => { if (url !== '/assets/worker.js') throw new TypeError(url); return url; } });
await t('second policy', () => { trustedTypes.createPolicy('other', { createHTML: (x) => x }); });
await t('default policy', () => { trustedTypes.createPolicy('default', { createHTML: (x) => x }); });
await t('worker by policy', () => { const w = new Worker(trusted.createScriptURL('/assets/worker.js')); return until(w, { message: 'ran' }, { error: 'error' }); });
await t('worker by text', () => { const w = new Worker('/assets/worker.js'); return until(w, { message: 'ran' }, { error: 'error' }); });
await t('other worker by policy', () => { new Worker(trusted.createScriptURL('/assets/attack.js')); });
await t('blob worker', () => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); return until(w, { message: 'ran' }, { error: 'blocked' }); });
await t('service worker', () => navigator.serviceWorker.register('/assets/worker.js').then(() => 'registered'));
await t('fetch', () => fetch('${other.web}/f').then(() => 'sent'));
await t('image', () => { const i = new Image(); i.src = '${other.web}/i'; return until(i, { load: 'loaded' }, { error: 'blocked' }); });
await t('data image', () => { const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='; return until(i, { load: 'loaded' }, { error: 'blocked' }); });
await t('iframe', () => { const f = document.createElement('iframe'); f.src = '${other.web}/fr'; document.body.append(f); return new Promise((done) => setTimeout(done, 300)); });
await t('own page in a frame', () => { const f = document.createElement('iframe'); f.src = '/library'; document.body.append(f); return new Promise((done) => setTimeout(() => { let seen = 'blocked'; try { if (f.contentDocument && f.contentDocument.querySelector('#styled')) seen = 'shown'; } catch {} done(seen); }, 300)); });
await t('object', () => { const o = document.createElement('object'); o.data = '${other.web}/o'; document.body.append(o); return until(o, { load: 'loaded' }, { error: 'blocked' }); });
await t('form', () => { const f = document.createElement('form'); f.action = '${other.web}/form'; document.body.append(f); f.submit(); });
await t('web socket', () => { const w = new WebSocket('${other.web}'.replace('http', 'ws')); return until(w, { open: 'open' }, { error: 'blocked' }); });
await t('prefetch', () => { const l = document.createElement('link'); l.rel = 'prefetch'; l.href = '${other.web}/p'; document.head.append(l); return until(l, { load: 'loaded' }, { error: 'blocked' }); });
await t('svg picture', () => { const i = new Image(); i.src = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>top.pwned=1</' + 'script></svg>'], { type: 'image/svg+xml' })); return until(i, { load: 'shown' }, { error: 'blocked' }); });
await t('own file', () => fetch('/assets/worker.js').then((answer) => answer.status));
await t('no such file', () => fetch('/assets/none.js').then((answer) => answer.status));
await t('encoded way out', () => fetch('/assets/..%2f..%2f..%2fpackage.json').then((answer) => answer.status));
await t('another host', () => fetch('app://other/index.html').then((answer) => answer.status));
await t('a file of the laptop', () => fetch('file:///etc/hostname').then((answer) => answer.status));
`;

const STOPPED = /^(?:blocked|did not run$)/;

test('H7 H14 the content policy against 40 tricks of the page itself', async () => {
  const running = await launchApp({
    files: attackPage(
      tries(),
      {
        body: '<p style="color: rgb(9, 9, 9)" id="styled">t</p><script>window.pwned = 1</script><img src=x onerror="window.pwned=1">',
      },
      { 'assets/worker.js': 'postMessage(1)' },
    ),
  });
  try {
    const { results, violations, pwned } = await fireAttacks(running);
    expect(pwned).toBeUndefined();
    // How it is stopped differs between versions of Chromium; that it is stopped does not.
    const plain = Object.entries(results).map(([name, value]) => [
      name,
      STOPPED.test(String(value)) ? 'stopped' : value,
    ]);
    expect(Object.fromEntries(plain)).toEqual({
      'cssom style': 'rgb(1, 2, 3)',
      textContent: 'allowed',
      innerHTML: 'stopped',
      outerHTML: 'stopped',
      insertAdjacentHTML: 'stopped',
      'document.write': 'stopped',
      DOMParser: 'stopped',
      createContextualFragment: 'stopped',
      srcdoc: 'stopped',
      eval: 'stopped',
      Function: 'stopped',
      'timeout string': 'stopped',
      wasm: 'stopped',
      'javascript address': 'stopped',
      'inline script element': 'stopped',
      'script address': 'stopped',
      'event attribute': 'stopped',
      'style attribute': 'rgb(0, 0, 0)',
      'second policy': 'stopped',
      'default policy': 'stopped',
      'worker by policy': 'ran',
      'worker by text': 'stopped',
      'other worker by policy': 'stopped',
      'blob worker': 'stopped',
      'service worker': 'stopped',
      fetch: 'stopped',
      image: 'stopped',
      'data image': 'stopped',
      iframe: 'allowed',
      'own page in a frame': 'stopped',
      object: 'stopped',
      form: 'allowed',
      'web socket': 'stopped',
      prefetch: 'stopped',
      'svg picture': 'shown',
      'own file': 200,
      'no such file': 404,
      'encoded way out': 404,
      'another host': 'stopped',
      'a file of the laptop': 'stopped',
    });
    expect(violations).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src', 'frame-src', 'form-action']));
    expect(running.window.url()).toBe('app://satchel/');
    expect(other.heard).toEqual([]);
  } finally {
    await running.close();
  }
});
