import { useEffect, useRef } from 'react';
import { bridge } from '#kit/bridge.ts';
import { importFrom } from '#store/exchange/imports.ts';

/** Files of notes that come in without a screen: dropped on the window, named on the command line, opened from the desktop. */
export function useBundleWays(showImport: () => void): void {
  const show = useRef(showImport);
  useEffect(() => {
    show.current = showImport;
  });
  useEffect(() => {
    const takeWaiting = async () => {
      if (await importFrom(bridge().call['bundles:waiting']())) show.current();
    };
    void takeWaiting();
    return bridge().on('bundles:waiting', () => void takeWaiting());
  }, []);
}
