import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus in a list whose rows change: where the row that has it goes away, the one that stands in its place
 * takes it. `rows` is new whenever they changed.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, rows: unknown): void {
  const place = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what is looked at
  useLayoutEffect(() => {
    const links = linksIn(list.current);
    if (place.current >= 0 && document.activeElement === document.body)
      links[Math.min(place.current, links.length - 1)]?.focus({ preventScroll: true });
    place.current = links.indexOf(document.activeElement as HTMLElement);
  }, [rows]);
  useLayoutEffect(() => {
    const look = (): void => {
      place.current = linksIn(list.current).indexOf(document.activeElement as HTMLElement);
    };
    const pressed = (): void => {
      place.current = -1;
    };
    // Whoever presses beside the list wants the focus nowhere.
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('focusin', look);
    };
  }, [list]);
}

const linksIn = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-result]') ?? []),
];
