import { lazy } from 'react';

const loaders = {
  palette: () => import('./palette.tsx').then((m) => ({ default: m.Palette })),
  keyboard: () => import('./keyboard-list.tsx').then((m) => ({ default: m.KeyboardList })),
};

export const Palette = lazy(loaders.palette);
export const KeyboardList = lazy(loaders.keyboard);

/** One of them at a time lies over the room. */
export type Overlay = keyof typeof loaders;

/** What letters typed right after its keys would miss if it were loaded only then. */
export const overlayLoaders: readonly (() => Promise<unknown>)[] = Object.values(loaders);
