import { expect, test } from 'vitest';
import { createAsker, serve, type WorkerPort } from '#kit/worker-port.ts';

function connect<A>(answer: (question: string) => Promise<A>) {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  serve(port2 as unknown as WorkerPort, answer);
  const close = () => {
    port1.close();
    port2.close();
  };
  return { ask: createAsker<string, A>(port1 as unknown as Worker), close };
}

test('answers find those who asked, one question after the other', async () => {
  const order: string[] = [];
  const { ask, close } = connect(async (question) => {
    order.push(`begin ${question}`);
    await new Promise((resolve) => setTimeout(resolve, question === 'slow' ? 20 : 0));
    order.push(`end ${question}`);
    return question.toUpperCase();
  });
  expect(await Promise.all([ask('slow'), ask('fast')])).toEqual(['SLOW', 'FAST']);
  expect(order).toEqual(['begin slow', 'end slow', 'begin fast', 'end fast']);
  close();
});

test('a bug in the worker is an error in the window, and the next question is answered', async () => {
  const { ask, close } = connect(async (question) => {
    if (question === 'bad') throw new TypeError('broken');
    return question;
  });
  await expect(ask('bad')).rejects.toThrow('broken');
  expect(await ask('good')).toBe('good');
  close();
});
