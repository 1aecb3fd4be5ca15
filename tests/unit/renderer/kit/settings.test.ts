import { expect, test } from 'vitest';
import { settingsSchema } from '#domain/settings.ts';
import { loadedLanguages } from '#domain/words/words.ts';
import type { bridge } from '#kit/bridge.ts';
import { changeSettings } from '#kit/settings.ts';

const main = (answer: unknown): typeof bridge =>
  (() => ({ call: { 'settings:change': async () => answer } })) as unknown as typeof bridge;

test('a language is loaded before it is shown, and not where main refuses it', async () => {
  await changeSettings({ language: 'en-XA' }, main({ ok: false, problem: { code: 'no-space', needed: 1 } }));
  expect(loadedLanguages()).not.toContain('en-XA');
  const value = { ...settingsSchema.parse({}), language: 'en-XA' };
  expect(await changeSettings({ language: 'en-XA' }, main({ ok: true, value }))).toEqual({ ok: true, value });
  expect(loadedLanguages()).toContain('en-XA');
});
