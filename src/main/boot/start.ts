import type { Start } from '#bridge/start.ts';
import type { HeldBy } from '#domain/held-by.ts';
import { LANGUAGES, type Settings } from '#domain/settings.ts';

/** What `Start` is made of besides the settings. */
export interface StartFacts {
  readonly version: string;
  readonly runtime: Start['runtime'];
  readonly development: boolean;
  /** `SATCHEL_TODAY`, if it is set. */
  readonly givenDay: string | undefined;
  readonly now: () => Date;
  readonly safe: () => Start['safe'];
  readonly guidanceOnly: () => boolean;
  readonly reading: () => boolean;
  readonly heldBy: () => HeldBy | null;
  readonly notOpened: () => Start['notOpened'];
  readonly lowSpace: () => boolean;
}

export function startOf(
  settings: Settings,
  {
    version,
    runtime,
    development,
    givenDay,
    now,
    safe,
    guidanceOnly,
    reading,
    heldBy,
    notOpened,
    lowSpace,
  }: StartFacts,
): Start {
  return {
    settings,
    version,
    runtime,
    safe: safe(),
    guidanceOnly: guidanceOnly(),
    reading: reading(),
    heldBy: heldBy(),
    notOpened: notOpened(),
    lowSpace: lowSpace(),
    today: development && isDay(givenDay) ? givenDay : localDay(now()),
    languages: LANGUAGES.filter((language) => language !== 'en-XA'),
  };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** `YYYY-MM-DD` by the laptop's own clock and zone. */
function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
