import type { CommandId } from '#bridge/commands.ts';
import { keysOf } from '#bridge/shortcuts.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { keysText } from '#ui/keys.tsx';

/** Puts a command's keys behind a name: "Back (Alt+Left)". */
export function useKeysWords(): (name: string, id: CommandId) => string {
  const say = useSay();
  const settings = useSettings();
  return (name, id) => {
    const [keys] = keysOf(id, settings);
    return keys === undefined ? name : say('shell.withKeys', { name, keys: keysText(keys) });
  };
}
