import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, none } from '#bridge/call.ts';
import { CALL_NAMES, CALLS, EVENT_NAMES } from '#bridge/calls.ts';
import { DROPPED } from '#bridge/packs.ts';
import type { windowCalls } from '#bridge/window.ts';
import type { AnswersTo, LaterAnswers } from '#main/ipc/topic.ts';
import { ROOT } from '#support/source-files.ts';

/** Names in all contracts of a kind, as often as they stand there. */
async function namesIn(kind: RegExp): Promise<readonly string[]> {
  const files = readdirSync(join(ROOT, 'src/bridge')).filter((name) => name !== 'calls.ts');
  const found: string[] = [];
  for (const file of files) {
    const exported: Readonly<Record<string, object>> = await import(join(ROOT, 'src/bridge', file));
    for (const [name, contract] of Object.entries(exported)) if (kind.test(name)) found.push(...Object.keys(contract));
  }
  return found.sort();
}

test('every call and event of a topic is in the sum of all, and in one topic only', async () => {
  expect(Object.keys(CALLS).sort()).toEqual(await namesIn(/Calls$/));
  expect([...EVENT_NAMES].sort()).toEqual(await namesIn(/Events$/));
  expect(CALL_NAMES.length).toBeGreaterThan(40);
});

test('the window cannot name dropped files', () => {
  expect(CALL_NAMES).not.toContain(DROPPED);
});

test('forms that do not fit their call, and answers that are missing, do not compile', () => {
  // @ts-expect-error an argument without a form
  call<(ticket: string) => null>(none);
  // @ts-expect-error a form without an argument
  call<() => null>(({ ticket }) => [ticket]);
  // @ts-expect-error a form of something else
  call<(size: number) => null>(({ ticket }) => [ticket]);
  const one: Pick<AnswersTo<typeof windowCalls>, 'view:zoom'> = { 'view:zoom': () => 100 };
  // @ts-expect-error calls of the topic are not answered
  const topic: AnswersTo<typeof windowCalls> = one;
  // @ts-expect-error topics are left out
  const all: LaterAnswers = topic;
  expect(all).toBe(one);
});
