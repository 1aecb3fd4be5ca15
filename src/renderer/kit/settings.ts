import { createContext, createElement, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Start } from '#bridge/start.ts';
import type { Result } from '#domain/result.ts';
import type { Settings, SettingsPatch } from '#domain/settings.ts';
import { loadWords } from '#domain/words/words.ts';
import { bridge } from './bridge.ts';

const StartContext = createContext<Start | null>(null);
const listeners = new Set<(settings: Settings) => void>();

/** Gives the screens below it what main said at the start, with the settings as they are now. */
export function SettingsProvider({ start, children }: { readonly start: Start; readonly children?: ReactNode }) {
  const [settings, setSettings] = useState(start.settings);
  useEffect(() => {
    listeners.add(setSettings);
    return () => {
      listeners.delete(setSettings);
    };
  }, []);
  return createElement(StartContext.Provider, { value: { ...start, settings } }, children);
}

/** Version, runtime, languages and today, as main said at the start; `settings` are the present ones. */
export function useStart(): Start {
  const start = useContext(StartContext);
  if (!start) throw new Error('SettingsProvider is missing');
  return start;
}

export const useSettings = (): Settings => useStart().settings;

/** Saves the change in main, then shows it everywhere, in the words of its language. Settings stay as they are when main refuses. */
export async function changeSettings(patch: SettingsPatch, ask = bridge): Promise<Result<Settings>> {
  const answer = await ask().call['settings:change'](patch);
  if (!answer.ok) return answer;
  await loadWords(answer.value.language);
  for (const listener of listeners) listener(answer.value);
  return answer;
}
