import { useEffect, useRef } from 'react';
import { announce } from '#store/announce.ts';
import { bridge } from '#store/bridge.ts';
import { type Install, installFrom, useInstalls } from '#store/installs.ts';
import { installStarters } from '#store/starters.ts';
import { useSay } from '#store/words.ts';

/** Packs that come in without a screen: those that came with the app, and files opened from the desktop. */
export function usePackWays(showPacks: () => void): void {
  const show = useRef(showPacks);
  useEffect(() => {
    show.current = showPacks;
  });
  useEffect(() => {
    const takeWaiting = async () => {
      if (await installFrom(bridge().call['packs:waiting']())) show.current();
    };
    void installStarters().then(takeWaiting);
    return bridge().on('packs:waiting', () => void takeWaiting());
  }, []);
  useProgressSaid();
}

/** A screen reader hears of an installation three times: at its start, half way and at its end. */
function useProgressSaid(): void {
  const say = useSay();
  const installs = useInstalls();
  const said = useRef(new Map<string, number>());
  useEffect(() => {
    for (const one of installs) {
      const step = stepOf(one);
      const before = said.current.get(one.ticket) ?? 0;
      said.current.set(one.ticket, Math.max(step, before));
      if (step <= before) continue;
      const pack = one.pack?.title ?? one.file;
      if (step === 1) announce(say('shell.installing', { pack }));
      if (step === 2) announce(say('shell.task', { text: say('shell.installing', { pack }), percent: 50 }));
      if (step === 3) announce(say('shell.installed', { pack }));
      if (step === 4) announce(say('shell.notInstalled', { pack }));
    }
  }, [installs, say]);
}

function stepOf({ at }: Install): number {
  switch (at.stage) {
    case 'waiting':
      return 0;
    case 'running':
      return at.total > 0 && at.done / at.total >= 0.5 ? 2 : 1;
    case 'done':
      return 3;
    case 'refused':
      return 4;
  }
}
