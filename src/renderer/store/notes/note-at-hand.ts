import { type SharedValue, sharedValue } from '#kit/shared-value.ts';

/** The note that this window showed last: guidance opens beside it. */
export interface NoteAtHand {
  readonly id: string;
  /** '' while it has none. */
  readonly title: string;
}

export const noteAtHand: SharedValue<NoteAtHand | null> = sharedValue<NoteAtHand | null>(null);
