import { useEffect, useRef } from 'react';
import type { CommandId } from '#bridge/commands.ts';
import { sharedValue } from './shared-value.ts';

type Run = () => void;

const handlers = new Map<CommandId, Run[]>();
const version = sharedValue(0);

const changed = (): void => version.set(version.get() + 1);

/** Makes a command do something until the answer is called. The newest handler wins. */
export function addCommandHandler(id: CommandId, run: Run): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), run]);
  changed();
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((one) => one !== run),
    );
    changed();
  };
}

/** Whether a command can be done now: the palette offers no others. */
export const canRun = (id: CommandId): boolean => (handlers.get(id) ?? []).length > 0;

/** Does a command; false when nothing on this screen does it. */
export function runCommand(id: CommandId): boolean {
  const run = handlers.get(id)?.at(-1);
  if (!run) return false;
  run();
  return true;
}

/** While `run` is given, the command does it: from the keyboard, the menu bar and the palette alike. */
export function useCommandHandler(id: CommandId, run: Run | null): void {
  const latest = useRef(run);
  const on = run !== null;
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (on ? addCommandHandler(id, () => latest.current?.()) : undefined), [id, on]);
}

/** Draws again when commands come or go. */
export const useCommandVersion = version.use;
