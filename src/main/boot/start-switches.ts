/** Why a start is refused: a switch of its command line, or a variable around it, by its name. */
export interface Refused {
  readonly what: 'switch' | 'variable';
  readonly name: string;
}

/**
 * Switches that a start may have: our own, and what desktops and people with special needs set. All else is refused: a
 * list of what is dangerous would have to be as long as that of Chromium's, Node's and V8's switches of every version.
 */
const ALLOWED = new Set([
  'safe-mode',
  'class',
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-lcd-text',
  'disable-smooth-scrolling',
  'enable-wayland-ime',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-prefers-reduced-motion',
  'force-renderer-accessibility',
  'gtk-version',
  'high-dpi-support',
  'lang',
  'original-process-start-time',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
  'wayland-text-input-version',
]);

/** What Node or Electron would take orders from. */
const VARIABLES = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'NODE_INSPECT_RESUME_ON_START', 'NODE_REPL_EXTERNAL_MODULE'];

/** The names of switches among some words. After `--` come none; Windows knows them with `/` too. */
export function switchesIn(words: readonly string[], platform: string): readonly string[] {
  const end = words.indexOf('--');
  const form = platform === 'win32' ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/;
  return words.slice(0, end < 0 ? undefined : end).flatMap((word) => {
    const name = form.exec(word)?.[1];
    return name === undefined ? [] : [platform === 'win32' ? name.toLowerCase() : name];
  });
}

/** What this start must not have, the first of it; `null` for nothing. @param words without the program's own name */
export function refusedIn(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): Refused | null {
  const name = switchesIn(words, platform).find((each) => !ALLOWED.has(each) && !/^psn_/.test(each));
  if (name !== undefined) return { what: 'switch', name };
  const variable = VARIABLES.find((each) => (env[each] ?? '') !== '');
  return variable === undefined ? null : { what: 'variable', name: variable };
}
