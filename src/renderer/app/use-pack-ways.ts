import { useEffect, useRef } from 'react';
import { bridge } from '#kit/bridge.ts';
import { installFrom } from '#store/packs/installs.ts';
import { watchOrigins } from '#store/packs/origins.ts';
import { installStarters } from '#store/packs/starters.ts';

/** Packs that come in without a screen: those that came with the app, and files opened from the desktop. */
export function usePackWays(showPacks: () => void): void {
  const show = useRef(showPacks);
  useEffect(() => {
    show.current = showPacks;
  });
  useEffect(() => watchOrigins(), []);
  useEffect(() => {
    const takeWaiting = async () => {
      if (await installFrom(bridge().call['packs:waiting']())) show.current();
    };
    void installStarters().then(takeWaiting);
    return bridge().on('packs:waiting', () => void takeWaiting());
  }, []);
}
