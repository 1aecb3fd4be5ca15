import { launchApp } from '#support/app.ts';
import { attackPage, fireAttacks } from '#support/attack-page.ts';
import { expect, test } from '#support/window-test.ts';

test('H5 the page gets no permission but to copy text', async () => {
  const running = await launchApp({
    files: attackPage(`
      await t('clipboard write', () => navigator.clipboard.writeText('copied words').then(() => 'granted', (error) => error.message + document.hasFocus()));
      await t('notification', () => Notification.requestPermission());
      await t('microphone', () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted'));
      await t('camera', () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted'));
      await t('screen', () => navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'granted'));
      await t('place', () => new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), ({ code }) => done('denied ' + code))));
      await t('fonts', () => queryLocalFonts().then(() => 'granted'));
      await t('midi', () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'granted'));
      await t('usb', () => navigator.usb.requestDevice({ filters: [] }).then(() => 'granted'));
      await t('hid', () => navigator.hid.requestDevice({ filters: [] }).then((found) => found.length ? 'granted' : 'blocked: none'));
      await t('serial', () => navigator.serial.requestPort().then(() => 'granted'));
      await t('bluetooth', () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }).then(() => 'granted'));
      await t('clipboard read', () => navigator.clipboard.readText().then(() => 'granted'));
      await t('pointer lock', () => document.body.requestPointerLock().then(() => 'granted'));
      await t('keyboard lock', () => navigator.keyboard.lock().then(() => 'granted'));
      await t('idle', () => IdleDetector.requestPermission());
      await t('wake', () => navigator.wakeLock.request('screen').then(() => 'granted'));
      await t('window management', () => getScreenDetails().then(() => 'granted'));
      await t('storage access', () => document.requestStorageAccessFor('https://x.example').then(() => 'granted'));
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'local-fonts', 'idle-detection'])
        await t('state ' + name, () => navigator.permissions.query({ name }).then(({ state }) => state));
    `),
  });
  try {
    const { results } = await fireAttacks(running);
    const { 'clipboard write': copy, ...others } = results;
    expect(copy).toBe('granted');
    expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied words');
    for (const [name, value] of Object.entries(others))
      expect(`${name}: ${value}`).toMatch(/: (?:denied|blocked|nothing happened)/);
    expect(Object.keys(others).length).toBeGreaterThan(20);
  } finally {
    await running.close();
  }
});
