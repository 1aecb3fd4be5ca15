import { useEffect, useRef, useState } from 'react';
import { announce } from '#kit/announce.ts';
import { bridge } from '#kit/bridge.ts';
import { useSay } from '#kit/words.ts';
import { type Look, lookAtUpdate, type OfferedUpdate } from '#store/packs/update-look.ts';
import { isWanted, wantLook } from './wanted-look.ts';

/** Looks at an update once a person asks for it; ended with the screen, or when a person stops it. */
export function useLook({ source, sha256, pack: { id, key, hash } }: OfferedUpdate) {
  const say = useSay();
  const [turn, setTurn] = useState(isWanted(sha256) ? 1 : 0);
  /** `null` until a person asks. */
  const [look, setLook] = useState<Look | null>(turn === 0 ? null : { at: 'fetching' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    if (turn === 0) return undefined;
    const ended = new AbortController();
    running.current = ended;
    const tell = (next: Look): void => {
      setLook(next);
      if (next.at === 'whole')
        announce(say('update.found', { ...next.changes.counts, pages: next.changes.pages.length }));
    };
    lookAtUpdate({ source, sha256, pack: { id, key, hash } }, tell, ended.signal).catch((error: unknown) => {
      tell({ at: 'refused', problem: { code: 'call-refused' } });
      reportError(error);
    });
    return () => ended.abort();
  }, [source, sha256, id, key, hash, say, turn]);
  return {
    look,
    stop: (): void => {
      // What is fetched is stopped by main, and says so.
      if (look?.at === 'fetching') return void bridge().call['sources:stop']();
      running.current?.abort();
      if (look?.at === 'comparing') setLook({ ...look, at: 'stopped' });
    },
    again: (): void => {
      wantLook(sha256);
      setLook({ at: 'fetching' });
      setTurn(turn + 1);
    },
  };
}
