import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchApp } from '#support/app.ts';

test('H4 the window runs in the Chromium sandbox, as an ordinary user', async () => {
  const { app, close } = await launchApp();
  try {
    const facts = await app.evaluate(({ BrowserWindow, app: electron }) => ({
      user: process.getuid?.(),
      words: process.argv.join(' '),
      noSandbox: electron.commandLine.hasSwitch('no-sandbox'),
      sandboxed: BrowserWindow.getAllWindows().map((window) => {
        // Electron keeps this for such checks and does not document it.
        const contents = window.webContents as unknown as { getLastWebPreferences(): { sandbox: boolean } };
        const { sandbox } = contents.getLastWebPreferences();
        return { sandbox, pid: window.webContents.getOSProcessId() };
      }),
    }));
    expect(facts.user).not.toBe(0);
    expect(facts.noSandbox).toBe(false);
    for (const { sandbox, pid } of facts.sandboxed) {
      expect(sandbox).toBe(true);
      if (process.platform === 'linux') {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        // The kernel's own word: filtered system calls, and a process number in a namespace of its own.
        expect(status).toMatch(/^Seccomp:\s*2$/m);
        expect(status).toMatch(/^NSpid:\s*\d+\s+\d+/m);
      }
    }
  } finally {
    await close();
  }
});
