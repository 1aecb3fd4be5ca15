import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { stoppedBy, untilStopped } from '#pack/carriers/repository-carrier.ts';
import { withinTime } from '#pack/carriers/within-time.ts';

setFlagsFromString('--expose-gc');
const tidy = runInNewContext('gc') as () => void;
const never = (): AbortSignal => new AbortController().signal;
const hangs = (signal: AbortSignal): Promise<never> => untilStopped(signal, new Promise<never>(() => undefined));

test('a limit fires though memory is tidied up meanwhile, and is told as one', async () => {
  const tidying = setInterval(tidy, 5);
  try {
    const ended = withinTime(never(), 100, hangs);
    const late = new Promise((done) => setTimeout(done, 1_500, 'still under way'));
    await expect(Promise.race([ended, late])).rejects.toMatchObject({ fault: { why: 'stopped', late: true } });
  } finally {
    clearInterval(tidying);
  }
});

test('a person ends it, before it begins as well, and that is not told as a limit', async () => {
  for (const early of [true, false]) {
    const person = new AbortController();
    if (early) person.abort();
    const ended = withinTime(person.signal, 60_000, hangs);
    person.abort();
    await expect(ended).rejects.toMatchObject({ fault: { why: 'stopped', late: false } });
  }
});

test('what is over in time is not stopped later', async () => {
  let its = never();
  const work = async (signal: AbortSignal): Promise<string> => {
    its = signal;
    return 'done';
  };
  expect(await withinTime(never(), 10, work)).toBe('done');
  await new Promise((done) => setTimeout(done, 30));
  expect(its.aborted).toBe(false);
  expect(stoppedBy(its).fault).toEqual({ why: 'stopped', late: false });
});
