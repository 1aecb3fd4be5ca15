import { expect, test } from 'vitest';
import { Tickets } from '#main/ipc/tickets.ts';

/** Tickets for words, and time that passes when told to. */
function desk() {
  const ended: string[] = [];
  let waits: { readonly run: () => void; readonly ms: number }[] = [];
  const tickets = new Tickets<string>(
    (word) => ended.push(word),
    1_000,
    (run, ms) => {
      const wait = { run, ms };
      waits.push(wait);
      return () => {
        waits = waits.filter((one) => one !== wait);
      };
    },
  );
  return {
    tickets,
    ended,
    waits: () => waits.length,
    pass: () => {
      for (const { run } of waits.splice(0)) run();
    },
  };
}
const unknown = expect.objectContaining({ problem: { code: 'ticket-unknown' } });

test('B8 what nobody asks for any more ends by itself; each question is waited for anew', async () => {
  const { tickets, ended, waits, pass } = desk();
  const ticket = await tickets.make(() => 'one');
  expect(tickets.get(ticket)).toBe('one');
  expect(waits()).toBe(1);
  pass();
  expect(ended).toEqual(['one']);
  expect(() => tickets.get(ticket)).toThrow(unknown);
  const other = await tickets.make(() => 'two');
  expect(tickets.take(other)).toBe('two');
  expect([waits(), ended.length]).toEqual([0, 1]);
  await tickets.stop(other);
  expect(ended).toEqual(['one']);
});

test('B8 with its window all ends, also what it asked for a moment before', async () => {
  const { tickets, ended } = desk();
  await tickets.make(() => 'one');
  let made: (word: string) => void = () => undefined;
  const late = tickets.make(
    () =>
      new Promise<string>((resolve) => {
        made = resolve;
      }),
  );
  await tickets.windowGone();
  expect(ended).toEqual(['one']);
  made('late');
  await expect(late).rejects.toEqual(unknown);
  expect(ended).toEqual(['one', 'late']);
  // The next window's own stays.
  const ticket = await tickets.make(() => 'next');
  expect(tickets.get(ticket)).toBe('next');
});
