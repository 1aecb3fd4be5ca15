import { beforeEach, describe, expect, test } from 'vitest';
import { type Change, createJourney, type Entry, type HistoryWorld } from '#rooms/app/history.ts';

interface Step {
  readonly state: unknown;
  readonly address: string;
}

/** A browser with nothing but a history. */
function fakeBrowser(address = '/library') {
  const steps: Step[] = [{ state: null, address }];
  let at = 0;
  let keys = 0;
  const kept = new Map<string, string>();
  const later: (() => void)[] = [];
  let pop: (state: unknown) => void = () => {};
  const url = () => new URL(steps[at]?.address ?? '', 'app://satchel/');
  const world: HistoryWorld = {
    location: {
      get pathname() {
        return url().pathname;
      },
      get search() {
        return url().search;
      },
      get hash() {
        return url().hash;
      },
    },
    history: {
      get state() {
        return steps[at]?.state;
      },
      pushState(state: unknown, _: string, to: string) {
        steps.splice(at + 1, steps.length, { state, address: to });
        at += 1;
      },
      replaceState(state: unknown, _: string, to: string) {
        steps[at] = { state, address: to };
      },
      go(by: number) {
        at += by;
        pop(steps[at]?.state);
      },
    },
    storage: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) },
    newKey: () => {
      keys += 1;
      return `k${keys}`;
    },
    later: (run) => void later.push(run),
  };
  return {
    world,
    steps,
    address: () => steps[at]?.address,
    runLater: () => {
      for (const run of later.splice(0)) run();
    },
    onPop: (run: (state: unknown) => void) => {
      pop = run;
    },
  };
}

describe('the journey', () => {
  let browser: ReturnType<typeof fakeBrowser>;
  let journey: ReturnType<typeof createJourney>;
  let seen: Change[];
  let left: Entry[];
  beforeEach(() => {
    browser = fakeBrowser();
    journey = createJourney(browser.world);
    browser.onPop(journey.popped);
    seen = [];
    left = [];
    journey.watch({ changed: (change) => void seen.push(change), leaving: (entry) => void left.push(entry) });
  });

  test('goes on, back and forward, and knows when it cannot', () => {
    expect(journey.canBack()).toBe(false);
    journey.go('/packs');
    journey.go('/help');
    expect(journey.canForward()).toBe(false);
    journey.back();
    expect(journey.entry().address).toBe('/packs');
    expect(journey.canForward()).toBe(true);
    journey.back();
    expect(journey.canBack()).toBe(false);
    journey.back();
    expect(journey.entry().address).toBe('/library');
    journey.forward();
    expect(journey.entry().address).toBe('/packs');
    expect(seen.map(({ arrival }) => arrival)).toEqual(['new', 'new', 'again', 'again', 'again']);
  });

  test('a new step drops the ones ahead', () => {
    journey.go('/packs');
    journey.back();
    journey.go('/help');
    expect(journey.canForward()).toBe(false);
    expect(browser.steps.map(({ address }) => address)).toEqual(['/library', '/help']);
  });

  test('an entry keeps its key, so that its place can be found again', () => {
    const { key } = journey.entry();
    journey.go('/packs');
    expect(journey.entry().key).not.toBe(key);
    journey.back();
    expect(journey.entry().key).toBe(key);
    expect(left.map(({ address }) => address)).toEqual(['/library', '/packs']);
  });

  test('words typed make one entry, whatever their number, and are written before the next step', () => {
    journey.go('/search?q=w', 'push', true);
    for (const words of ['wh', 'who', 'who+can']) journey.go(`/search?q=${words}`, 'replace', true);
    expect(journey.entry().address).toBe('/search?q=who+can');
    expect(browser.address()).toBe('/search?q=w');
    journey.go('/read/engage/page');
    expect(browser.steps.map(({ address }) => address)).toEqual(['/library', '/search?q=who+can', '/read/engage/page']);
    expect(seen.map(({ arrival }) => arrival)).toEqual(['typed', 'replaced', 'replaced', 'replaced', 'new']);
    journey.back();
    expect(journey.entry().address).toBe('/search?q=who+can');
  });

  test('words typed are written after a moment by themselves', () => {
    journey.go('/search?q=w', 'push', true);
    journey.go('/search?q=wh', 'replace', true);
    browser.runLater();
    expect(browser.address()).toBe('/search?q=wh');
  });

  test('another screen in place of this one moves focus, as what had it is gone', () => {
    journey.go('/new');
    journey.go('/note/1#title', 'replace');
    journey.go('/note/1?view=history', 'replace');
    expect(seen.map(({ arrival }) => arrival)).toEqual(['new', 'new', 'replaced']);
    expect(journey.entry().index).toBe(1);
  });

  test('the same address again is no new entry but moves focus again', () => {
    journey.go('/library');
    expect(journey.canBack()).toBe(false);
    expect(seen.map(({ arrival }) => arrival)).toEqual(['new']);
  });

  test('reload keeps the key, the index and what is ahead', () => {
    journey.go('/packs');
    journey.go('/help');
    journey.back();
    const before = journey.entry();
    const after = createJourney(browser.world);
    expect(after.entry()).toEqual(before);
    expect(after.canBack()).toBe(true);
    expect(after.canForward()).toBe(true);
  });

  test('a state that is not ours is taken as a first step', () => {
    journey.popped({ key: 7 });
    expect(journey.entry().index).toBe(0);
  });

  test('marks stay with their page and its sections, outlive a reload, and do not come back once taken away', () => {
    journey.go('/read/a/b#two', 'push', false, 'meeting log');
    expect(browser.address()).toBe('/read/a/b#two');
    journey.go('/read/a/b#three');
    expect(journey.entry().marks).toBe('meeting log');
    journey.go('/read/a/c');
    expect(journey.entry().marks).toBe('');
    journey.back();
    expect(createJourney(browser.world).entry().marks).toBe('meeting log');
    journey.unmark();
    expect(journey.entry()).toMatchObject({ address: '/read/a/b#three', marks: '' });
    expect(seen.at(-1)?.arrival).toBe('replaced');
    journey.back();
    expect(journey.entry().marks).toBe('meeting log');
    journey.forward();
    expect(journey.entry().marks).toBe('');
  });
});
