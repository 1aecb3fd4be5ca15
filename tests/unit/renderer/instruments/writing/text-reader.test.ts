import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTextReader } from '#instruments/writing/text-reader.ts';
import { sampleNote } from '#support/notes-made.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Asked {
  readonly id: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Workers that answer only when the test says so. */
function bench() {
  const workers: { asked: Asked[]; ended: boolean; answer: (answer: unknown) => void }[] = [];
  const reader = createTextReader(() => {
    const heard: ((event: MessageEvent) => void)[] = [];
    const one = {
      asked: [] as Asked[],
      ended: false,
      answer: (answer: unknown) =>
        heard[0]?.({ data: { id: one.asked.at(-1)?.id, answer } } as unknown as MessageEvent),
    };
    workers.push(one);
    return {
      postMessage: (message: unknown) => void one.asked.push(message as Asked),
      addEventListener: (name: string, listener: unknown) => {
        if (name === 'message') heard.push(listener as (event: MessageEvent) => void);
      },
      terminate: () => {
        one.ended = true;
      },
    } as unknown as Worker;
  });
  return { workers, reader };
}

test('B2 a paste that takes too long is plain text after two seconds, and the next has a new worker', async () => {
  const { workers, reader } = bench();
  const pasted = reader.convert('<b>x</b>');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await pasted).toBeNull();
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  const next = reader.convert('<i>y</i>');
  await vi.advanceTimersByTimeAsync(0);
  workers[1]?.answer('_y_');
  expect(await next).toBe('_y_');
});

test('B2 a preview and a page for paper that never come hold up no paste, and each other only by their limit', async () => {
  const { workers, reader } = bench();
  const [shown, paper] = [reader.show('a'), reader.paper(sampleNote({ text: 'words' }))];
  const pasted = reader.convert('<b>x</b>');
  await vi.advanceTimersByTimeAsync(0);
  workers.find(({ asked }) => asked.some(({ body }) => 'html' in body))?.answer('**x**');
  expect(await pasted).toBe('**x**');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await shown).toEqual({ unshown: 'too-slow' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await paper).toMatchObject({ tree: null, body: 'words' });
});
