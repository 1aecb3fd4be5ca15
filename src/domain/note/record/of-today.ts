import { asWritten, withStandIns } from './unread.ts';
import { broughtUp, isStored } from './versions.ts';

/**
 * A note as this Satchel works with it, whichever wrote it: brought up to the shape of today, and without choices that
 * it does not know. Its rules are not looked at: see `normal.ts`. What is no note stays as it is.
 */
export const asOfToday = (value: unknown): unknown =>
  isStored(value) ? withStandIns(broughtUp(asWritten(value))) : value;
