import type { Page } from 'playwright-core';
import { axeFindings, axeInBoth } from '#support/axe.ts';
import { unseen } from '#support/forced-colours.ts';
import { clipped, sideways, withSpacedText } from '#support/layout.ts';
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
/** One of 900 is walked in `rows-u5` with longer strings; all sizes in `npm run soak -- whole`. */
const HERE = WHOLE ? SIZES : SIZES.filter(({ width }) => width !== 900);
/** Where text is spaced as well: where there is least room. */
const SPACED: readonly number[] = WHOLE ? SIZES.map(({ width }) => width) : [320];
const WIDE = 1280;
/** Here the layout is another than in a wide window: axe looks at it again. */
const NARROW = 640;

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

async function inSpacedText(window: Page): Promise<readonly string[]> {
  const spaced = async () => [...(await clipped(window)), ...(await sideways(window))];
  return (await withSpacedText(window, spaced)).map((line) => `spaced: ${line}`);
}

// One walk for these rows: most of its time is the way from state to state.
test('U3 U4 U6 U7 in every state at 1280, 640 and 320 css px no sideways scroll; nothing clipped with the spacing of WCAG 1.4.12; axe finds nothing, light, dark, more contrast; with forced colours every control, state and mark is still seen', async () => {
  test.setTimeout(900_000);
  const running = await openForStates();
  try {
    let states = 0;
    const found = await walk(running, HERE, async (window, { width }) => {
      const lines = [...(await sideways(window))];
      if (SPACED.includes(width)) lines.push(...(await inSpacedText(window)));
      if (width === NARROW) lines.push(...(await (WHOLE ? axeInBoth : axeFindings)(window)));
      if (width === WIDE || (WHOLE && width === NARROW)) {
        const state = states++;
        lines.push(...(await inLooks(window, state)), ...(await inForcedColours(window, state)));
      }
      return lines;
    });
    expect(found).toEqual([]);
  } finally {
    await running.close();
  }
});
