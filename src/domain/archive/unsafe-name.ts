import { tidyPath } from './entry-path.ts';

const LONGEST = 1_000;
/** What is not seen, and what turns the reading direction. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffd]|\p{Surrogate}/u;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/** A name that Windows gives to a device, whatever follows the first dot. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

/** A name as it is written, and its steps as they are gone. */
interface Spelt {
  readonly name: string;
  readonly steps: readonly string[];
}

type Table<Key extends string> = Readonly<Record<Key, (spelt: Spelt) => boolean>>;

/** What no name in an archive may be: it leads out of its folder, or hides what it is. */
const NEVER = {
  empty: ({ steps }) => steps.join('') === '',
  long: ({ name }) => name.length > LONGEST,
  absolute: ({ name }) => name.startsWith('/'),
  drive: ({ steps: [first = ''] }) => /^[A-Za-z]:/.test(first),
  home: ({ steps: [first] }) => first === '~',
  parent: ({ steps }) => steps.some((step) => /^\.{1,2}[ .]*$/.test(step)),
  hidden: ({ name }) => HIDDEN.test(name),
} satisfies Table<string>;

/** What some programs write, and another system reads as something else. */
const OF_OTHERS = {
  /** `a\b`: a path on Windows, a name elsewhere. */
  backslash: ({ name }) => name.includes('\\'),
  /** `a//b` and `./a`. */
  untidy: ({ name }) => name.includes('//') || name.startsWith('./'),
  /** `~a`. */
  tilde: ({ name }) => name.startsWith('~'),
  /** Characters without a width; some letters and pictures are joined by them. */
  joiner: ({ name }) => /[\u200b-\u200d\u202f\u2060-\u2065]/.test(name),
  /** What Windows forbids. */
  sign: ({ name }) => /[:*?"<>|]/.test(name),
  /** What Windows takes away from the end of a name. */
  ending: ({ steps }) => steps.some((step) => /[. ]$/.test(step)),
  device: ({ steps }) => steps.some(isDeviceName),
} satisfies Table<string>;

export type AllowedName = keyof typeof OF_OTHERS;
type NameHazard = keyof typeof NEVER | AllowedName;

const HAZARDS = Object.entries({ ...NEVER, ...OF_OTHERS }) as readonly (readonly [
  NameHazard,
  (spelt: Spelt) => boolean,
])[];

/** Why a name in an archive is not safe; `null` where it is. `allowed`: hazards that are none where the name is used. */
export function unsafeName(name: string, allowed: readonly AllowedName[] = []): NameHazard | null {
  const spelt = { name, steps: tidyPath(name).replace(/\/$/, '').split('/') };
  const may: readonly NameHazard[] = allowed;
  const found = HAZARDS.find(([hazard, is]) => is(spelt) && !may.includes(hazard));
  return found?.[0] ?? null;
}
