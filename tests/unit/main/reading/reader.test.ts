import { expect, test } from 'vitest';
import { ProblemError } from '#domain/problem.ts';
import { openReader, ReadingEnded } from '#main/reading/reader.ts';
import type { FromReader, ToReader } from '#reading/questions.ts';

/** Processes that do as they are told, and looks that come when the test says so. */
function bench() {
  const processes: { heard: (message: FromReader) => void; gone: () => void; posted: ToReader[]; ended: boolean }[] =
    [];
  const uses = { memory: 0, time: 0 };
  let look = (): void => undefined;
  const reader = openReader({
    start: (heard, gone) => {
      const one = { heard, gone, posted: [] as ToReader[], ended: false };
      processes.push(one);
      return {
        post: (message) => one.posted.push(message),
        uses: () => uses,
        end: () => {
          one.ended = true;
        },
      };
    },
    every: (_ms, then) => {
      look = then;
      return () => {
        look = () => undefined;
      };
    },
  });
  const looks = (count: number, work: number): void => {
    for (let at = 0; at < count; at += 1) {
      uses.time += work;
      look();
    }
  };
  const html = (markdown: string) => reader.ask('note:html', { markdown, files: [] });
  return { reader, processes, uses, looks, html };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
const beat: FromReader = { kind: 'beat', progress: null };
const whyOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof ReadingEnded ? error.why : error),
  );

test('B2 nothing is started before the first question, and one is asked at a time', async () => {
  const { processes, html } = bench();
  expect(processes).toEqual([]);
  const answers = [html('a'), html('b')];
  await tick();
  const [one] = processes;
  expect(one?.posted.map(({ asked }) => asked)).toMatchObject([{ markdown: 'a' }]);
  one?.heard({ kind: 'answer', id: one.posted[0]?.id ?? 0, value: 'A' });
  await tick();
  one?.heard({ kind: 'problem', id: one.posted[1]?.id ?? 0, problem: { code: 'ticket-unknown' } });
  expect(await answers[0]).toBe('A');
  await expect(answers[1]).rejects.toThrow(ProblemError);
  expect(processes.length).toBe(1);
});

test('B2 one that is made ready is there for the question, once, and goes where none comes', async () => {
  const { reader, processes, looks, html } = bench();
  reader.ready();
  reader.ready();
  expect(processes.length).toBe(1);
  processes[0]?.heard(beat);
  // What it took to start is no time of the question that comes then.
  looks(100, 20);
  const answer = html('a');
  await tick();
  looks(20, 20);
  expect(processes[0]?.posted.length).toBe(1);
  processes[0]?.heard({ kind: 'answer', id: processes[0].posted[0]?.id ?? 0, value: 'A' });
  expect(await answer).toBe('A');
  reader.ready();
  looks(1_000, 0);
  expect([processes.length, processes[0]?.ended]).toEqual([1, true]);
});

test('B2 one that works without a word is ended after its time, and the next question has a new one', async () => {
  const { processes, looks, html } = bench();
  const why = whyOf(html('a'));
  await tick();
  processes[0]?.heard(beat);
  looks(40, 50);
  expect(await why).toBe('time');
  expect(processes[0]?.ended).toBe(true);
  const next = html('b');
  await tick();
  processes[1]?.heard({ kind: 'answer', id: processes[1].posted[0]?.id ?? 0, value: 'B' });
  expect(await next).toBe('B');
});

test('B2 one that says that it turns has time by what it reads, and no more', async () => {
  const { processes, looks, html } = bench();
  const why = whyOf(html('a'));
  await tick();
  const beats = (progress: FromReader & { kind: 'beat' }): void => {
    for (let at = 0; at < 30; at += 1) {
      processes[0]?.heard(progress);
      looks(2, 50);
    }
  };
  beats({ kind: 'beat', progress: { done: 1, total: 200, bytes: 10_000_000 } });
  expect(processes[0]?.ended).toBe(false);
  beats({ kind: 'beat', progress: { done: 1, total: 1, bytes: 0 } });
  expect(await why).toBe('time');
});

test('B2 a laptop that is busy or slept ends nothing: what counts is work, and a wall far away', async () => {
  const { processes, looks, html } = bench();
  const why = whyOf(html('a'));
  await tick();
  processes[0]?.heard(beat);
  looks(100, 1);
  expect(processes[0]?.ended).toBe(false);
  // A pipe or a network that gives nothing.
  looks(200, 0);
  expect(await why).toBe('time');
});

test('B2 memory, a stop and an end of its own', async () => {
  const { reader, processes, uses, looks, html } = bench();
  const large = whyOf(html('a'));
  await tick();
  processes[0]?.heard(beat);
  uses.memory = 2_000_000;
  looks(1, 0);
  expect(await large).toBe('memory');
  uses.memory = 0;
  const stopped = whyOf(html('b'));
  await tick();
  reader.stop();
  expect(await stopped).toBe('stopped');
  const gone = whyOf(html('c'));
  await tick();
  processes[2]?.gone();
  expect(await gone).toBe('gone');
  // What an ended one still says reaches nobody.
  processes[0]?.heard({ kind: 'answer', id: 4, value: 'late' });
  const idle = html('d');
  await tick();
  processes[3]?.heard({ kind: 'answer', id: processes[3].posted[0]?.id ?? 0, value: 'D' });
  expect(await idle).toBe('D');
  looks(1_000, 0);
  expect(processes[3]?.ended).toBe(true);
});
