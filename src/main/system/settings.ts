import { basename, join } from 'node:path';
import { noSpace } from '#domain/no-space.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Settings, type SettingsPatch, settingsSchema } from '#domain/settings.ts';
import { type FileEffects, fileEffects, readJson, writeJson } from '../boot/json-file.ts';
import { isDiskError, isFull } from '../notes/journal/disk.ts';

/** A person's choices, kept in one small file. */
export interface SettingsBook {
  current(): Settings;
  /** Keeps a change; it is on the disk when this returns. @throws ProblemError when the disk refuses; then nothing changed */
  change(patch: SettingsPatch): Settings;
}

/** A file that cannot be read, or holds nonsense, counts as no choices made; single bad choices cost only themselves. */
export function openSettings(folder: string, effects: FileEffects = fileEffects): SettingsBook {
  const file = join(folder, 'settings.json');
  let settings = readSettings(readJson(file, effects));
  return {
    current: () => settings,
    change(patch) {
      const changed = settingsSchema.parse({ ...settings, ...patch });
      try {
        writeJson(file, changed, effects);
      } catch (error) {
        if (isFull(error)) throw new ProblemError(noSpace(0));
        if (isDiskError(error)) throw new ProblemError({ code: 'file-unwritable', file: basename(file) });
        throw error;
      }
      settings = changed;
      return settings;
    },
  };
}

function readSettings(found: unknown): Settings {
  const whole = settingsSchema.safeParse(found);
  if (whole.success) return whole.data;
  const entries = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  const good = entries.filter(([name, value]) => settingsSchema.safeParse({ [name]: value }).success);
  return settingsSchema.parse(Object.fromEntries(good));
}
