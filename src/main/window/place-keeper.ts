import type { WindowPlace } from './window-place.ts';

/** A window that is dragged moves many times a second; its place is written this many milliseconds after. */
const REST = 500;

/** Runs later; answers how to take that back. */
type Later = (run: () => void, ms: number) => () => void;

const later: Later = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export interface PlaceKeeper {
  changed(part: Partial<WindowPlace>): void;
  /** What has changed is kept now. */
  flush(): void;
}

export function openPlaceKeeper(
  start: WindowPlace,
  keep: (place: WindowPlace) => void,
  effect: Later = later,
): PlaceKeeper {
  let place = start;
  let isAsked = false;
  let cancel = (): void => undefined;
  const save = (): void => {
    cancel();
    isAsked = false;
    keep(place);
  };
  return {
    changed(part) {
      place = { ...place, ...part };
      if (isAsked) return;
      // Before the timer is asked for: a debugger that drives the app can move the window inside of `setTimeout`, and
      // of two timers of one length that are made in each other Node never finds the end.
      isAsked = true;
      cancel = effect(save, REST);
    },
    flush() {
      if (isAsked) save();
    },
  };
}
