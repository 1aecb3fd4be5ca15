import { describe, expect, test } from 'vitest';
import { openPlaceKeeper } from '#main/window/place-keeper.ts';
import type { WindowPlace } from '#main/window/window-place.ts';

const start: WindowPlace = { bounds: null, maximised: false, address: '/' };

function opened(whileAsked: () => void = () => undefined) {
  const kept: WindowPlace[] = [];
  const waiting = new Set<() => void>();
  let asked = 0;
  const keeper = openPlaceKeeper(
    start,
    (place) => kept.push(place),
    (run) => {
      asked += 1;
      whileAsked();
      waiting.add(run);
      return () => waiting.delete(run);
    },
  );
  const rest = (): void => {
    for (const run of [...waiting]) run();
  };
  return { keeper, kept, asked: () => asked, waiting, rest };
}

describe('the keeper of the window’s place', () => {
  test('keeps many changes once, when the window rests', () => {
    const { keeper, kept, rest } = opened();
    keeper.changed({ maximised: true });
    keeper.changed({ address: '/help' });
    expect(kept).toEqual([]);
    rest();
    expect(kept).toEqual([{ ...start, maximised: true, address: '/help' }]);
    keeper.changed({ maximised: false });
    rest();
    expect(kept.at(-1)).toEqual({ ...start, address: '/help' });
  });

  test('keeps what has changed at once when it is asked to, and not again', () => {
    const { keeper, kept, waiting } = opened();
    keeper.flush();
    expect(kept).toEqual([]);
    keeper.changed({ address: '/help' });
    keeper.flush();
    expect(kept).toEqual([{ ...start, address: '/help' }]);
    expect(waiting.size).toBe(0);
  });

  test('asks for one timer, even if the window moves while it is asked for', () => {
    const { keeper, kept, asked, rest } = opened(() => keeper.changed({ maximised: true }));
    keeper.changed({ address: '/help' });
    rest();
    expect(asked()).toBe(1);
    expect(kept).toEqual([{ ...start, maximised: true, address: '/help' }]);
  });
});
