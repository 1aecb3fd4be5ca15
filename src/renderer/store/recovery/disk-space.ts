import type { DiskSpace } from '#bridge/system.ts';
import { bridge } from '#kit/bridge.ts';
import { sharedValue } from '#kit/shared-value.ts';
import { lockWrites, writesLocked } from '../write-guard.ts';

/** Bytes that must be free before the window's store is written to again, with what keeps it from swinging. */
export const ENOUGH = 96_000_000;
/** Milliseconds between two looks, and while there is too little. */
const LOOK = 60_000;
const LOOK_LOW = 3_000;

const space = sharedValue<DiskSpace | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks at the disk: with too little free the window's databases are only read, until there is enough again. */
export async function lookAtSpace(): Promise<void> {
  const looked = await bridge().call['app:space']();
  clearTimeout(timer);
  if (looked.ok) {
    const { low, free } = looked.value;
    if (low && writesLocked()?.code !== 'in-use')
      lockWrites({ code: 'disk-low', needed: Math.max(1, Math.ceil((ENOUGH - free) / 1_000_000)) });
    else if (writesLocked()?.code === 'disk-low') lockWrites(null);
    space.set(looked.value);
  }
  timer = setTimeout(() => void lookAtSpace(), space.get()?.low ? LOOK_LOW : LOOK);
}

/** A look just before something is written, once there was a first: a disk may fill up between two. */
export async function lookBeforeWriting(): Promise<void> {
  if (space.get() !== null) await lookAtSpace();
}

/** Whether there was too little at the last look. */
export const isSpaceLow = (): boolean => space.get()?.low ?? false;

/** The disk as it was last looked at; `null` before. */
export const useSpace = space.use;
