import { launchApp } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { type Listener, startListener } from '#support/listener.ts';
import { expect, test } from '#support/window-test.ts';

let other: Listener;
test.beforeAll(async () => {
  other = await startListener();
});
test.afterAll(() => other.close());

test('H1 H17 H19 the page cannot reach the network by any way it has', async () => {
  const running = await launchApp({
    files: attackPage(
      `
      const to = '${other.web}';
      const add = (tag, words, parent = document.body) => { const e = document.createElement(tag); for (const [k, v] of Object.entries(words)) e.setAttribute(k, v); parent.append(e); return e; };
      const after = (ms) => new Promise((done) => setTimeout(() => done('nothing came'), ms));
      await t('fetch', () => fetch(to + '/fetch', { mode: 'no-cors' }).then(() => 'sent'));
      await t('fetch keepalive', () => fetch(to + '/keep', { mode: 'no-cors', keepalive: true }).then(() => 'sent'));
      await t('xhr', () => { const x = new XMLHttpRequest(); x.open('GET', to + '/xhr'); x.send(); return until(x, { load: 'loaded' }, { error: 'blocked' }); });
      await t('web socket', () => { const w = new WebSocket(to.replace('http', 'ws') + '/ws'); return until(w, { open: 'open' }, { error: 'blocked' }); });
      await t('event source', () => { const e = new EventSource(to + '/es'); return until(e, { open: 'open' }, { error: 'blocked' }); });
      await t('beacon', () => { navigator.sendBeacon(to + '/beacon', 'x'); });
      await t('image', () => until(add('img', { src: to + '/img' }), { load: 'loaded' }, { error: 'blocked' }));
      await t('srcset', () => until(add('img', { srcset: to + '/set 2x' }), { load: 'loaded' }, { error: 'blocked' }));
      await t('image set in css', () => { const d = add('div', {}); d.style.backgroundImage = 'url(' + to + '/css)'; d.style.height = '10px'; return after(200); });
      await t('font face', () => new FontFace('x', 'url(' + to + '/font)').load().then(() => 'loaded'));
      await t('video', () => until(add('video', { src: to + '/video', poster: to + '/poster' }), { loadeddata: 'loaded' }, { error: 'blocked' }));
      await t('audio', () => until(add('audio', { src: to + '/audio' }), { loadeddata: 'loaded' }, { error: 'blocked' }));
      await t('track', () => { const v = add('video', {}); add('track', { src: to + '/track', default: '' }, v); return after(200); });
      await t('input image', () => until(add('input', { type: 'image', src: to + '/input' }), { load: 'loaded' }, { error: 'blocked' }));
      await t('svg image', () => { const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttribute('href', to + '/svg'); s.append(i); document.body.append(s); return after(200); });
      for (const rel of ['stylesheet', 'prefetch', 'preload', 'modulepreload', 'preconnect', 'dns-prefetch', 'prerender', 'icon', 'manifest', 'search', 'alternate'])
        await t('link ' + rel, () => { add('link', { rel, href: to + '/' + rel, as: 'script', type: rel === 'alternate' ? 'application/rss+xml' : '' }, document.head); return after(100); });
      await t('import', () => import(to + '/import.js').then(() => 'loaded'));
      await t('import map', () => { const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = '{}'; document.head.append(s); });
      await t('shared worker', () => { new SharedWorker(to + '/shared.js'); });
      await t('ping', () => { const a = add('a', { href: '#x', ping: to + '/ping' }); a.click(); return after(100); });
      await t('report', () => { new ReportingObserver(() => {}).observe(); return after(50); });
      await t('web transport', () => new WebTransport('https://127.0.0.1:${other.port}/').ready.then(() => 'open'));
      await t('candidates', async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${other.udpPort}' }, { urls: 'turn:127.0.0.1:${other.port}?transport=tcp', username: 'u', credential: 'c' }] });
        let count = 0;
        peer.onicecandidate = ({ candidate }) => { if (candidate && candidate.candidate) count += 1; };
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await after(1500);
        return count;
      });
      await t('spelling', () => { const e = add('textarea', { spellcheck: 'true', lang: 'cy' }); e.value = 'mispeled wurds'; e.focus(); return after(200); });
    `,
      {
        head: `<link rel="dns-prefetch" href="${other.web}"><link rel="preconnect" href="${other.web}"><link rel="preload" as="image" href="${other.web}/early">`,
      },
    ),
  });
  try {
    const { results } = await fireAttacks(running);
    for (const word of ['sent', 'loaded', 'open']) expect(Object.values(results)).not.toContain(word);
    expect(results.candidates).toBe(0);
    expect(other.heard).toEqual([]);
  } finally {
    await running.close();
  }
});

test('H17 the session itself is shut: the filter, and behind it a proxy that is not there', async () => {
  const { app, close } = await launchApp();
  try {
    const url = `${other.web}/session`;
    const found = await app.evaluate(async ({ session }, address) => {
      const ours = session.defaultSession;
      const cancelled = await ours.fetch(address).then(
        () => 'sent',
        (error: Error) => error.message,
      );
      // The filter alone is taken away, in this test, to see what is behind it.
      ours.webRequest.onBeforeRequest(null);
      const behind = await ours.fetch(address).then(
        () => 'sent',
        (error: Error) => error.message,
      );
      return {
        cancelled,
        behind,
        proxy: await Promise.all(
          [address, 'https://www.gov.uk/', 'wss://x.example/'].map((each) => ours.resolveProxy(each)),
        ),
        spelling: ours.isSpellCheckerEnabled(),
      };
    }, url);
    expect(found.cancelled).toMatch(/ERR_BLOCKED_BY_CLIENT/);
    expect(found.behind).toMatch(/ERR_PROXY_CONNECTION_FAILED/);
    expect(found.proxy).toEqual(['PROXY 127.0.0.1:9', 'PROXY 127.0.0.1:9', 'PROXY 127.0.0.1:9']);
    expect(found.spelling).toBe(false);
    expect(other.heard).toEqual([]);
  } finally {
    await close();
  }
});
