import { expect, test } from 'vitest';
import { createAnnouncer } from '#kit/announce.ts';

function setUp() {
  let time = 10_000;
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const announcer = createAnnouncer(
    () => time,
    (run, ms) => timers.push({ at: time + ms, run }),
  );
  const said: string[] = [];
  announcer.subscribe(() => said.push(announcer.get().text));
  const pass = (ms: number) => {
    time += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= time) timer.run();
      else timers.push(timer);
    }
  };
  return { ...announcer, said, pass };
}

test('U2 at most one message a second, and the last one wins', () => {
  const { announce, said, pass } = setUp();
  announce('one');
  announce('two');
  announce('three');
  expect(said).toEqual(['one']);
  pass(999);
  expect(said).toEqual(['one']);
  pass(1);
  expect(said).toEqual(['one', 'three']);
  pass(5_000);
  announce('four');
  expect(said).toEqual(['one', 'three', 'four']);
});

test('the same words said again are another message', () => {
  const { announce, get, pass } = setUp();
  announce('Copied');
  const { id } = get();
  pass(1_000);
  announce('Copied');
  expect(get().id).toBe(id + 1);
});

test('what cannot wait is not displaced by what can', () => {
  const { announce, get, pass } = setUp();
  announce('one');
  announce('Not saved', { assertive: true });
  announce('14 results');
  pass(1_000);
  expect(get()).toMatchObject({ text: 'Not saved', assertive: true });
});
