import { launchApp, type RunningApp, shareFile } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { type Listener, startListener } from '#support/listener.ts';
import { expect, test } from '#support/window-test.ts';

let other: Listener;
test.beforeAll(async () => {
  other = await startListener();
});
test.afterAll(() => other.close());

const contents = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().length,
    // Developer tools of a failing run are no page.
    contents: webContents.getAllWebContents().filter((each) => !each.getURL().startsWith('devtools:')).length,
    url: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  }));

const HERE = { windows: 1, contents: 1, url: 'app://satchel/' };

test('H9 the page stays where it is', async () => {
  const running = await launchApp({
    files: attackPage(
      `
      const pause = () => new Promise((done) => setTimeout(done, 200));
      const click = (words) => { const a = document.createElement('a'); Object.assign(a, words); document.body.append(a); a.click(); };
      for (const address of ['${other.web}/l', 'file:///etc/hostname', 'data:text/html,x', 'chrome://gpu', 'app://other/', 'app://satchel/library', 'javascript:window.pwned=1', 'blob:app://satchel/1']) {
        await t('location ' + address, async () => { location.href = address; await pause(); return location.href; });
        await t('replace ' + address, async () => { location.replace(address); await pause(); return location.href; });
        await t('top ' + address, async () => { click({ href: address, target: '_top' }); await pause(); return location.href; });
      }
      await t('meta refresh', async () => { const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${other.web}/m'; document.head.append(m); await pause(); return location.href; });
      await t('form', async () => { const f = document.createElement('form'); f.action = '${other.web}/form'; f.method = 'post'; document.body.append(f); f.submit(); await pause(); return location.href; });
      await t('form to us', async () => { const f = document.createElement('form'); f.action = '/library'; document.body.append(f); f.submit(); await pause(); return location.href; });
      await t('base', async () => { const b = document.createElement('base'); b.href = '${other.web}/'; document.head.append(b); click({ href: 'x' }); await pause(); b.remove(); return location.href; });
      await t('area', async () => { const a = document.createElement('area'); a.href = '${other.web}/area'; const m = document.createElement('map'); m.append(a); document.body.append(m); a.click(); await pause(); return location.href; });
      await t('download', async () => { click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' }); await pause(); return location.href; });
      await t('foreign history', async () => { try { history.pushState(null, '', '${other.web}/h'); } catch (error) { return error.name; } return location.href; });
      await t('navigation api', async () => { try { navigation.navigate('${other.web}/n').committed.catch(() => {}); } catch {} await pause(); return location.href; });
      await t('back', async () => { history.back(); await pause(); return location.href; });
    `,
      { body: '<div id="drop" style="height:300px">drop here</div>' },
    ),
  });
  try {
    const { results, pwned } = await fireAttacks(running);
    expect(pwned).toBeUndefined();
    for (const [name, value] of Object.entries(results))
      expect([name, value]).toEqual([name, name === 'foreign history' ? 'SecurityError' : 'app://satchel/']);
    expect(Object.keys(results).length).toBeGreaterThan(30);
    expect(await contents(running)).toEqual(HERE);
    expect(other.heard).toEqual([]);
  } finally {
    await running.close();
  }
});

test('H9 the window comes back from the one address that needs no loading', async () => {
  const running = await launchApp({ files: attackPage("location.href = 'about:blank';") });
  try {
    const { window } = running;
    await window.keyboard.press('g');
    await expect.poll(() => window.title()).toBe('ready');
    await expect.poll(() => contents(running)).toEqual(HERE);
  } finally {
    await running.close();
  }
});

test('H9 a file or an address dropped on the window leads nowhere', async () => {
  const running = await launchApp({ files: attackPage('') });
  try {
    const { window, app } = running;
    const session = await app.context().newCDPSession(window);
    const file = await shareFile('LICENSE');
    const drops = [
      { items: [], files: [file], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: `${other.web}/drop` }], files: [], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/html', data: '<script>window.pwned=1</script>' }], files: [], dragOperationsMask: 1 },
    ];
    for (const data of drops) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 200, y: 100, data });
      await window.waitForTimeout(300);
      expect(await contents(running)).toEqual(HERE);
    }
    expect(other.heard).toEqual([]);
  } finally {
    await running.close();
  }
});

test('H8 H10 no second window, no embedded page', async () => {
  const running = await launchApp({
    files: attackPage(
      `
      const pause = () => new Promise((done) => setTimeout(done, 300));
      for (const address of ['${other.web}/w', 'about:blank', 'app://satchel/library', '', 'javascript:1', 'data:text/html,x', 'file:///etc/hostname'])
        await t('open ' + address, () => window.open(address) === null ? 'no window' : 'window');
      await t('open with features', () => window.open('app://satchel/', 'x', 'nodeIntegration=yes,width=100') === null ? 'no window' : 'window');
      await t('webview', async () => { const v = document.createElement('webview'); v.setAttribute('src', '${other.web}/v'); v.setAttribute('nodeintegration', ''); document.body.append(v); await pause(); return typeof v.getURL; });
      await t('guest', async () => { const v = document.createElement('browserplugin'); v.setAttribute('src', '${other.web}/b'); document.body.append(v); await pause(); return typeof v.getURL; });
      await t('embed', async () => { const e = document.createElement('embed'); e.setAttribute('type', 'application/pdf'); document.body.append(e); await pause(); });
      document.body.dataset.ready = 'yes';
    `,
      {
        body: `<p><a id="blank" href="${other.web}/blank" target="_blank">blank</a></p><p><a id="us" href="/library">us</a></p><p><a id="out" href="${other.web}/out">out</a></p>`,
      },
    ),
  });
  try {
    const { window } = running;
    const { results } = await fireAttacks(running);
    for (const [name, value] of Object.entries(results))
      if (name.startsWith('open')) expect([name, value]).toEqual([name, 'no window']);
    expect(results.webview).toBe('undefined');
    expect(results.guest).toBe('undefined');
    expect(await contents(running)).toEqual(HERE);
    // Measured first, and clicked by the mouse itself: Playwright would wait for a navigation that never ends.
    const boxes = await Promise.all(['blank', 'us', 'out'].map((id) => window.locator(`#${id}`).boundingBox()));
    for (const box of boxes) {
      const click = (button: 'left' | 'middle' = 'left') =>
        window.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + 3, { button });
      await click();
      await click('middle');
      for (const keys of [['Control'], ['Shift'], ['Alt'], ['Control', 'Shift']]) {
        for (const key of keys) await window.keyboard.down(key);
        await click();
        for (const key of keys) await window.keyboard.up(key);
      }
    }
    await window.waitForTimeout(500);
    expect(await contents(running)).toEqual(HERE);
    expect(other.heard).toEqual([]);
  } finally {
    await running.close();
  }
});
