import { basename, join } from 'node:path';
import { noSpace } from '#domain/no-space.ts';
import { ProblemError } from '#domain/problem.ts';
import { type Settings, type SettingsPatch, settingsSchema } from '#domain/settings.ts';
import { type FileEffects, fileEffects, openJson } from '../boot/json-file.ts';
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
  const json = openJson(file, effects);
  const found = isRecord(json.found) ? json.found : {};
  if (json.found !== undefined && !isRecord(json.found)) json.mistrust();
  /** What this Satchel does not know, as a newer one wrote it. */
  let unknown: Readonly<Record<string, unknown>> = unknownIn(found);
  let settings = readSettings(found);
  return {
    current: () => settings,
    change(patch) {
      const changed = settingsSchema.parse({ ...settings, ...patch });
      try {
        unknown = Object.fromEntries(Object.entries(unknown).filter(([name]) => !(name in patch)));
        json.write({ ...changed, ...unknown });
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readSettings(found: Readonly<Record<string, unknown>>): Settings {
  const whole = settingsSchema.safeParse(found);
  if (whole.success) return whole.data;
  const good = Object.entries(found).filter(([name, value]) => settingsSchema.safeParse({ [name]: value }).success);
  return settingsSchema.parse(Object.fromEntries(good));
}

/** Choices that are not known here, and values that are not. */
function unknownIn(found: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(settingsSchema.parse({}));
  return Object.fromEntries(
    Object.entries(found).filter(
      ([name, value]) => !names.includes(name) || !settingsSchema.safeParse({ [name]: value }).success,
    ),
  );
}
