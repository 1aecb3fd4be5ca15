import { tidyPath } from './entry-path.ts';

const LONGEST = 1_000;
/** What is not seen, and what turns the reading direction. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffd]|\p{Surrogate}/u;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** A name that Windows gives to a device, whatever follows the first dot. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

const stepsOf = (name: string): readonly string[] => tidyPath(name).replace(/\/$/, '').split('/');

/** What no name in an archive may be: it leads out of its folder, or hides what it is. */
const NEVER = {
  empty: (name: string) => stepsOf(name).join('') === '',
  long: (name: string) => name.length > LONGEST,
  absolute: (name: string) => name.startsWith('/'),
  drive: (name: string) => /^[A-Za-z]:/.test(tidyPath(name)),
  home: (name: string) => stepsOf(name)[0] === '~',
  parent: (name: string) => stepsOf(name).some((step) => /^\.{1,2}[ .]*$/.test(step)),
  hidden: (name: string) => HIDDEN.test(name),
};

/** What some programs write, and another system reads as something else. */
const OF_OTHERS = {
  /** `a\b`: a path on Windows, a name elsewhere. */
  backslash: (name: string) => name.includes('\\'),
  /** `a//b` and `./a`. */
  untidy: (name: string) => name.includes('//') || name.startsWith('./'),
  /** `~a`. */
  tilde: (name: string) => name.startsWith('~'),
  /** Characters without a width; some letters and pictures are joined by them. */
  joiner: (name: string) => /[\u200b-\u200d\u202f\u2060-\u2065]/.test(name),
  /** What Windows forbids. */
  sign: (name: string) => /[:*?"<>|]/.test(name),
  /** What Windows takes away from the end of a name. */
  ending: (name: string) => stepsOf(name).some((step) => /[. ]$/.test(step)),
  device: (name: string) => stepsOf(name).some(isDeviceName),
};

export type AllowedName = keyof typeof OF_OTHERS;

/** Why a name in an archive is not safe; `null` where it is. `allowed`: hazards that are none where the name is used. */
export function unsafeName(
  name: string,
  allowed: readonly AllowedName[] = [],
): keyof typeof NEVER | AllowedName | null {
  for (const [hazard, is] of entries(NEVER)) if (is(name)) return hazard;
  for (const [hazard, is] of entries(OF_OTHERS)) if (is(name) && !allowed.includes(hazard)) return hazard;
  return null;
}

const entries = <Key extends string>(
  table: Record<Key, (name: string) => boolean>,
): readonly (readonly [Key, (name: string) => boolean])[] =>
  Object.entries(table) as [Key, (name: string) => boolean][];
