import { useEffect, useRef } from 'react';
import { announce } from '#kit/announce.ts';
import { tellOutcome, tellTask } from '#kit/status.ts';
import { useSay } from '#kit/words.ts';
import { type Install, useInstalls } from '#store/packs/installs.ts';
import { installName, installNews, installPercent } from './install-news.ts';

const taskId = ({ ticket }: Install): string => `install ${ticket}`;

/** Draws nothing: tells the status bar and screen readers, on every screen, how installs go. The shell has it once. */
export function InstallTeller() {
  const say = useSay();
  const installs = useInstalls();
  const told = useRef<readonly Install[]>([]);
  useEffect(() => {
    for (const { kind, text } of installNews(told.current, installs, say)) {
      if (kind === 'outcome') tellOutcome(text);
      else announce(text);
    }
    for (const one of installs) {
      const runs = one.at.stage === 'running';
      const text = say('packs.installing', { pack: installName(one) });
      tellTask(taskId(one), runs ? { text, value: installPercent(one) / 100 } : null);
    }
    told.current = installs;
  }, [installs, say]);
  return null;
}
