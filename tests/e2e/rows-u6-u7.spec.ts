import type { Page } from 'playwright-core';
import { axeFindings } from '#support/axe.ts';
import { unseen } from '#support/forced-colours.ts';
import { sideways } from '#support/layout.ts';
import { openForStates, SIZES, walk } from '#support/states.ts';
import { WHOLE } from '#support/whole.ts';
import { expect, test } from '#support/window-test.ts';

type Look = Parameters<Page['emulateMedia']>[0] & { readonly name: string; readonly more?: true };

const LOOKS: readonly Look[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'more contrast, light', colorScheme: 'light', more: true },
  { name: 'more contrast, dark', colorScheme: 'dark', more: true },
  { name: 'the system asks for more contrast, light', colorScheme: 'light', contrast: 'more' },
  { name: 'the system asks for more contrast, dark', colorScheme: 'dark', contrast: 'more' },
];
/** Narrow windows are looked at in `rows-u3-u4`, in light and dark; here too in `npm run soak -- whole`. */
const HERE = WHOLE ? [SIZES[0], SIZES[2]] : [SIZES[0]];

const SCHEMES = ['light', 'dark'] as const;

/** As the setting does it. */
const setMore = (window: Page, more: boolean): Promise<void> =>
  window.evaluate((on) => {
    if (on) document.documentElement.dataset.contrast = 'more';
    else delete document.documentElement.dataset.contrast;
  }, more);

/** Every look for the first state; then light, dark and the others in turn. All of them in `npm run soak -- whole`. */
const looksOf = (state: number): readonly Look[] =>
  WHOLE || state === 0
    ? LOOKS
    : [...LOOKS.slice(0, 2), ...LOOKS.slice(2).filter((_, at, rest) => at === state % rest.length)];

async function inLooks(window: Page, state: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [at, { name, more = false, ...media }] of looksOf(state).entries()) {
    await window.emulateMedia({ contrast: null, ...media });
    await setMore(window, more);
    for (const line of await axeFindings(window, at === 0 ? 'all' : 'colours')) lines.push(`${name}: ${line}`);
  }
  await window.emulateMedia({ colorScheme: null, contrast: null });
  await setMore(window, false);
  return lines;
}

async function inForcedColours(window: Page, state: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const colorScheme of WHOLE ? SCHEMES : SCHEMES.filter((_, at) => at === state % 2)) {
    await window.emulateMedia({ forcedColors: 'active', colorScheme });
    lines.push(...(await unseen(window)).map((line) => `forced colours, ${colorScheme}: ${line}`));
  }
  await window.emulateMedia({ forcedColors: null, colorScheme: null });
  return lines;
}

// One walk for these rows: most of its time is the way from state to state.
test('U3 U6 U7 at 1280 css px no sideways scroll; axe finds nothing on any screen and state, light, dark, more contrast; with forced colours every control, state and mark is still seen', async () => {
  test.setTimeout(600_000);
  const running = await openForStates();
  try {
    let states = 0;
    const found = await walk(running, HERE, async (window) => {
      const state = states++;
      return [
        ...(await sideways(window)),
        ...(await inLooks(window, state)),
        ...(await inForcedColours(window, state)),
      ];
    });
    expect(found).toEqual([]);
  } finally {
    await running.close();
  }
});
