import { useEffect, useState } from 'react';
import type { Backup } from '#bridge/notes.ts';
import type { Result } from '#domain/result.ts';
import { bridge } from '#kit/bridge.ts';
import { useLastBackup } from './daily-backup.ts';

/** All backups, newest first, once each was read to its end; again when one was made. `undefined` until then. */
export function useBackups(): Result<readonly Backup[]> | undefined {
  const last = useLastBackup();
  const [listed, setListed] = useState<Result<readonly Backup[]>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new backup is a new list
  useEffect(() => {
    let left = false;
    void bridge()
      .call['backups:list']()
      .then((answer) => {
        if (!left) setListed(answer);
      });
    return () => {
      left = true;
    };
  }, [last]);
  return listed;
}

/** Saves a backup, or with `null` everything as it is now, where the person says. */
export const saveBackup = (name: string | null): Promise<Result<'saved' | 'cancelled'>> =>
  bridge().call['backups:save'](name);

/** What the second place holds: how many notes, and when the last was saved. `null` where it cannot be read. */
export async function secondPlace(): Promise<{ readonly notes: number; readonly last: string | null } | null> {
  const overview = await bridge().call['journal:overview']();
  if (!overview.ok) return null;
  const { heads, last } = overview.value;
  return { notes: heads.filter(({ op }) => op !== 'drop').length, last };
}

/** Builds the window's store anew; the present one is moved aside, at a new start where Chromium has it open. */
export const mend = async (): Promise<unknown> => bridge().call['app:mend'](await isOpen());

/** Whether Chromium could open its store, whatever is wrong with the databases in it. */
const isOpen = (): Promise<boolean> => {
  const answers = indexedDB.databases().then(
    () => true,
    () => false,
  );
  return Promise.race([answers, new Promise<false>((resolve) => setTimeout(resolve, 1_000, false))]);
};

/** Opens the window anew for guidance alone. */
export const readGuidance = (): Promise<unknown> => bridge().call['app:guidance']();
export const eraseEverything = (): Promise<unknown> => bridge().call['app:erase']();

/** The folder that everything lies in; empty until it is known. */
export function useFolder(): string {
  const [folder, setFolder] = useState('');
  useEffect(() => {
    void bridge()
      .call['app:folder']()
      .then((answer) => answer.ok && setFolder(answer.value));
  }, []);
  return folder;
}
