import { launchApp } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { expect, test } from '#support/window-test.ts';

/** What a page can see of the app. A change here is a change of what a broken page could do: think before you allow it. */
const BRIDGE = [
  'call.app:erase(function)',
  'call.app:folder(function)',
  'call.app:guidance(function)',
  'call.app:mend(function)',
  'call.app:ready-to-leave(function)',
  'call.app:space(function)',
  'call.app:start(function)',
  'call.app:started(function)',
  'call.app:take-over(function)',
  'call.backups:add(function)',
  'call.backups:begin(function)',
  'call.backups:due(function)',
  'call.backups:end(function)',
  'call.backups:list(function)',
  'call.backups:newest(function)',
  'call.backups:open(function)',
  'call.backups:rows(function)',
  'call.backups:save(function)',
  'call.backups:stop(function)',
  'call.bundles:choose(function)',
  'call.bundles:keep(function)',
  'call.bundles:part(function)',
  'call.bundles:picture(function)',
  'call.bundles:stop(function)',
  'call.bundles:waiting(function)',
  'call.files:keep(function)',
  'call.files:read(function)',
  'call.files:save(function)',
  'call.journal:add(function)',
  'call.journal:entries(function)',
  'call.journal:gather(function)',
  'call.journal:keep(function)',
  'call.journal:keep-all(function)',
  'call.journal:overview(function)',
  'call.journal:revisions(function)',
  'call.link:open(function)',
  'call.notes:copy(function)',
  'call.packs:choose(function)',
  'call.packs:part(function)',
  'call.packs:starters(function)',
  'call.packs:stop(function)',
  'call.packs:waiting(function)',
  'call.page:print(function)',
  'call.searches:save(function)',
  'call.settings:change(function)',
  'call.share:add(function)',
  'call.share:begin(function)',
  'call.share:progress(function)',
  'call.share:stop(function)',
  'call.share:write(function)',
  'call.sources:add(function)',
  'call.sources:ahead(function)',
  'call.sources:check(function)',
  'call.sources:choose(function)',
  'call.sources:installed(function)',
  'call.sources:list(function)',
  'call.sources:look(function)',
  'call.sources:page(function)',
  'call.sources:remove(function)',
  'call.sources:stop(function)',
  'call.sources:stopCheck(function)',
  'call.sources:update(function)',
  'call.view:zoom(function)',
  'dropped(function)',
  'on(function)',
];

test('H16 named functions, frozen, and no object of Electron', async () => {
  const running = await launchApp({
    files: attackPage(`
      const names = [];
      const walk = (value, path) => {
        for (const name of Reflect.ownKeys(value)) {
          const inner = value[name];
          const full = [...path, String(name)];
          if (typeof inner === 'object' && inner !== null) walk(inner, full);
          else names.push(full.join('.') + '(' + typeof inner + ')');
        }
      };
      walk(window.satchel, []);
      results.names = names.sort();
      const change = (work) => { 'use strict'; try { work(); } catch {} };
      change(() => { window.satchel = null; });
      change(() => { window.satchel.call = {}; });
      change(() => { window.satchel.call['app:start'] = () => 'mine'; });
      change(() => { window.satchel.more = 1; });
      change(() => { delete window.satchel.on; });
      results.start = (await window.satchel.call['app:start']()).ok;
      results.kept = typeof window.satchel.on + typeof window.satchel.more;
      const heard = [];
      const off = window.satchel.on('command', (...args) => heard.push(args));
      document.title = 'listening';
      await new Promise((done) => addEventListener('keydown', ({ key }) => key === 'h' && done()));
      results.heard = JSON.stringify(heard);
      off();
    `),
  });
  try {
    const { app, window } = running;
    await window.bringToFront();
    await window.keyboard.press('g');
    await window.waitForFunction(() => document.title === 'listening');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('search')?.click());
    await window.waitForTimeout(200);
    await window.keyboard.press('h');
    const { results } = await fireAttacks(running);
    expect(results.names).toEqual(BRIDGE);
    expect(results.start).toBe(true);
    expect(results.kept).toBe('functionundefined');
    // The words of the event, and nothing of how they came.
    expect(results.heard).toBe('[["search"]]');
  } finally {
    await running.close();
  }
});

test('H11 an outside address opens after a yes in a dialog that shows all of it, others never', async () => {
  const running = await launchApp({
    files: attackPage(`
      const open = (address) => window.satchel.call['link:open'](address).then((answer) => answer.ok ? answer.value : answer.problem.code);
      for (const address of ['https://www.gov.uk/a?b=c', 'https://www.gov.uk/cancel', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'http://www.gov.uk/'])
        await t(address, () => open(address));
      await t('no words', () => open(undefined));
    `),
  });
  try {
    const { app } = running;
    await app.evaluate(({ dialog, shell }) => {
      const log: string[] = [];
      Object.assign(globalThis, { outsideLog: log });
      dialog.showMessageBox = (async (_window: unknown, options: { detail: string; buttons: string[] }) => {
        log.push(`asked ${options.detail} [${options.buttons.join(', ')}]`);
        return { response: options.detail.includes('cancel') ? 2 : 0, checkboxChecked: false };
      }) as typeof dialog.showMessageBox;
      shell.openExternal = async (address: string) => void log.push(`opened ${address}`);
    });
    const { results } = await fireAttacks(running);
    expect(results).toEqual({
      'https://www.gov.uk/a?b=c': 'opened',
      'https://www.gov.uk/cancel': 'cancelled',
      'file:///etc/passwd': 'link-refused',
      'javascript:alert(1)': 'link-refused',
      'smb://host/share': 'link-refused',
      'http://www.gov.uk/': 'link-refused',
      'no words': 'call-refused',
    });
    expect(await app.evaluate(() => (globalThis as unknown as { outsideLog: string[] }).outsideLog)).toEqual([
      'asked https://www.gov.uk/a?b=c [Open in browser, Copy address, Cancel]',
      'opened https://www.gov.uk/a?b=c',
      'asked https://www.gov.uk/cancel [Open in browser, Copy address, Cancel]',
    ]);
  } finally {
    await running.close();
  }
});
