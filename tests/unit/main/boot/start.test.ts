import { expect, test } from 'vitest';
import { settingsSchema } from '#domain/settings.ts';
import { type StartFacts, startOf } from '#main/boot/start.ts';

const settings = settingsSchema.parse({});
const facts: StartFacts = {
  version: '0.1.0',
  runtime: { electron: '45', chromium: '153', platform: 'linux' },
  development: true,
  givenDay: undefined,
  safe: () => null,
  guidanceOnly: () => false,
  reading: () => false,
  heldBy: () => null,
  notOpened: () => null,
  lowSpace: () => false,
  now: () => new Date(2026, 10, 3, 23, 59),
};

test('today is the laptop’s own day', () => {
  expect(startOf(settings, facts).today).toBe('2026-11-03');
});

test('a given day counts in development only, and only if it is one', () => {
  expect(startOf(settings, { ...facts, givenDay: '2030-02-01' }).today).toBe('2030-02-01');
  expect(startOf(settings, { ...facts, givenDay: '2030-13-01' }).today).toBe('2026-11-03');
  expect(startOf(settings, { ...facts, givenDay: 'tomorrow' }).today).toBe('2026-11-03');
  expect(startOf(settings, { ...facts, givenDay: '2030-02-01', development: false }).today).toBe('2026-11-03');
});

test('B32 the long test language is offered to nobody', () => {
  expect(startOf(settings, facts).languages).toEqual(['en-GB']);
  expect(startOf(settings, { ...facts, development: false }).languages).toEqual(['en-GB']);
});
