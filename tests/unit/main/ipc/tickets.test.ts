import { expect, test } from 'vitest';
import { type Holding, Tickets } from '#main/ipc/tickets.ts';

/** Tickets for words, and time that passes when told to. */
function words(holding: Omit<Holding<string>, 'end'> = { patience: 1_000 }) {
  const ended: string[] = [];
  let waits: { readonly run: () => void; readonly ms: number }[] = [];
  const tickets = new Tickets<string>(
    { ...holding, end: (word, by) => ended.push(by === 'stop' ? word : `${word}: ${by}`) },
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
  const { tickets, ended, waits, pass } = words();
  const ticket = await tickets.make(() => 'one');
  expect(tickets.get(ticket)).toBe('one');
  expect(waits()).toBe(1);
  pass();
  expect(ended).toEqual(['one: patience']);
  expect(() => tickets.get(ticket)).toThrow(unknown);
  const other = await tickets.make(() => 'two');
  expect(tickets.take(other)).toBe('two');
  expect([waits(), ended.length]).toEqual([0, 1]);
  await tickets.stop(other);
  expect(ended).toEqual(['one: patience']);
});

test('B8 with its window all ends, also what it asked for a moment before', async () => {
  const { tickets, ended } = words();
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

test('B8 what takes several steps begins nothing for a window that is gone', async () => {
  const { tickets, ended } = words();
  const asked = tickets.window;
  await tickets.windowGone();
  let begun = false;
  const late = tickets.make(() => {
    begun = true;
    return 'late';
  }, asked);
  await expect(late).rejects.toEqual(unknown);
  expect([begun, ended]).toEqual([false, []]);
});

test('one more than there may be ends the oldest; without patience nothing is waited for', async () => {
  const { tickets, ended, waits } = words({ most: 2 });
  const all: string[] = [];
  for (const word of ['one', 'two', 'three']) all.push(await tickets.make((ticket) => `${word} ${ticket.length}`));
  expect([ended, waits()]).toEqual([['one 36: newer'], 0]);
  expect(all.map((ticket) => tickets.find(ticket))).toEqual([undefined, 'two 36', 'three 36']);
});
