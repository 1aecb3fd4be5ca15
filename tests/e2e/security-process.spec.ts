import { readFileSync } from 'node:fs';
import { launchApp } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { expect, test } from '#support/window-test.ts';

test('H2 H3 H4 H6 H8 the preferences of every window', async () => {
  const { app, close } = await launchApp();
  try {
    const found = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        // Electron keeps this for such checks and does not document it.
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return { ...contents.getLastWebPreferences() };
      }),
    );
    expect(found).toHaveLength(1);
    for (const preferences of found) {
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        experimentalFeatures: false,
        allowRunningInsecureContent: false,
      });
      expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
      expect(preferences.enableBlinkFeatures ?? '').toBe('');
    }
  } finally {
    await close();
  }
});

test('H4 the window runs in the Chromium sandbox, as an ordinary user', async () => {
  const { app, close } = await launchApp();
  try {
    const facts = await app.evaluate(({ BrowserWindow, app: electron }) => ({
      user: process.getuid?.(),
      unsafe: electron.commandLine.hasSwitch('no-sandbox') || electron.commandLine.hasSwitch('disable-setuid-sandbox'),
      windows: BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
    }));
    expect(facts.user).not.toBe(0);
    expect(facts.unsafe).toBe(false);
    expect(facts.windows).toHaveLength(1);
    for (const pid of process.platform === 'linux' ? facts.windows : []) {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      // The kernel's own word: filtered system calls, no privileges to gain, a process number in its own namespace.
      expect(status).toMatch(/^Seccomp:\s*2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s*1$/m);
      expect(status).toMatch(/^NSpid:\s*\d+\s+\d+/m);
    }
  } finally {
    await close();
  }
});

const NODE_NAMES = [
  'require',
  'process',
  'module',
  'exports',
  'Buffer',
  'global',
  '__dirname',
  'setImmediate',
  'electron',
];

test('H2 no Node in the page nor in a worker', async () => {
  const names = JSON.stringify(NODE_NAMES);
  const running = await launchApp({
    files: attackPage(
      `
      for (const name of ${names}) await t(name, () => typeof window[name]);
      const policy = trustedTypes.createPolicy('app', { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL('/assets/worker.js'));
      await t('worker', () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); }));`,
      {},
      { 'assets/worker.js': `postMessage(${names}.map((name) => typeof self[name]).join(' '))` },
    ),
  });
  try {
    const { results } = await fireAttacks(running);
    for (const name of NODE_NAMES) expect([name, results[name]]).toEqual([name, 'undefined']);
    expect(results.worker).toBe(NODE_NAMES.map(() => 'undefined').join(' '));
  } finally {
    await running.close();
  }
});

test('H3 prototypes poisoned in the page do not reach the preload', async () => {
  const running = await launchApp({
    files: attackPage(
      `
      let touched = 0;
      const poison = (holder, name) => {
        const old = holder[name];
        holder[name] = function (...args) { touched += 1; return old.apply(this, args); };
      };
      const bridge = window.satchel;
      const [ask, on, dropped] = [bridge.call['app:start'], bridge.on, bridge.dropped];
      Array.prototype.includes = function () { touched += 1; return true; };
      for (const name of ['map', 'flatMap', 'filter', 'slice', 'push']) poison(Array.prototype, name);
      for (const name of ['fromEntries', 'entries', 'keys', 'freeze']) poison(Object, name);
      Object.defineProperty(Object.prototype, 'channel', { get() { touched += 1; return 'evil'; }, configurable: true });
      File.prototype.constructor = null;
      Object.defineProperty(File, Symbol.hasInstance, { value: () => { touched += 1; return true; } });
      touched = 0;
      const unknown = (() => { try { on('evil', () => {}); return 'allowed'; } catch { return 'refused'; } })();
      const given = dropped([{ name: 'a.satchel', path: '/etc/passwd' }, new Blob(['x'])]);
      const asked = ask();
      const counted = touched;
      delete Object.prototype.channel;
      const [offers, start] = [await given, await asked];
      results['unknown event'] = unknown;
      results['invented file'] = JSON.stringify(offers);
      results['start'] = start.ok;
      results['touched'] = counted;`,
    ),
  });
  try {
    const { results } = await fireAttacks(running);
    expect(results).toEqual({
      'unknown event': 'refused',
      'invented file': '{"ok":true,"value":[]}',
      start: true,
      touched: 0,
    });
  } finally {
    await running.close();
  }
});
