import { join } from 'node:path';
import { toScreen } from '#domain/address.ts';
import { z } from '#domain/early-schema.ts';
import { type FileEffects, fileEffects, readJson, writeJson } from '../boot/json-file.ts';

/** A rectangle on the desktop, in its own pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was and what it showed. */
export interface WindowPlace {
  readonly bounds: Bounds | null;
  readonly maximised: boolean;
  /** A screen's address without the origin. */
  readonly address: string;
}

/** Small enough for 400 % zoom on a 1280 pixel screen. */
export const LEAST = { width: 320, height: 240 } as const;
export const USUAL = { width: 1280, height: 800 } as const;
const FIRST: WindowPlace = { bounds: null, maximised: false, address: '/' };

const whole = z.int().check(z.minimum(-100_000), z.maximum(100_000));
const schema = z.object({
  bounds: z.nullable(
    z.object({
      x: whole,
      y: whole,
      width: whole.check(z.minimum(LEAST.width)),
      height: whole.check(z.minimum(LEAST.height)),
    }),
  ),
  maximised: z.boolean(),
  address: z.string().check(
    z.maxLength(4_000),
    z.refine((address) => address.startsWith('/') && toScreen(address) !== null),
  ),
});

/** Whether a screen is the one that a start opens by itself. */
export const isFirst = (address: string): boolean => /^\/(?:library)?$/.test(address);

const fileIn = (folder: string): string => join(folder, 'window.json');

/** The remembered place, or the first one when there is none that can be used on these screens. */
export function readWindowPlace(
  folder: string,
  screens: readonly Bounds[],
  effects: FileEffects = fileEffects,
): WindowPlace {
  const read = schema.safeParse(readJson(fileIn(folder), effects));
  if (!read.success) return FIRST;
  const { bounds } = read.data;
  // A screen that was unplugged must not take the window with it, nor one that was larger.
  const screen = bounds && screens.find((one) => grips(one, bounds));
  return { ...read.data, bounds: bounds && screen ? within(screen, bounds) : null };
}

export function writeWindowPlace(folder: string, place: WindowPlace, effects: FileEffects = fileEffects): void {
  writeJson(fileIn(folder), place, effects);
}

/** No wider and no higher than its screen. */
const within = (screen: Bounds, bounds: Bounds): Bounds => ({
  ...bounds,
  width: Math.min(bounds.width, screen.width),
  height: Math.min(bounds.height, screen.height),
});

/** Whether enough of the window's top edge is on the screen to take hold of it. */
function grips(screen: Bounds, { x, y, width }: Bounds): boolean {
  const shared = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return shared >= 100 && y >= screen.y - 10 && y <= screen.y + screen.height - 50;
}
