import { besideAddress, toAddress, toScreen } from '#domain/address.ts';
import type { NoteAtHand } from '#store/notes/note-at-hand.ts';
import type { Journey } from './history.ts';

/** Opens a page of guidance beside the note at hand. False where the address is no page, or there is no note. */
export function openBeside(
  address: string | null,
  note: NoteAtHand | null,
  journey: Pick<Journey, 'entry' | 'go'>,
): boolean {
  const place = address === null ? null : toScreen(address);
  if (place?.screen !== 'read' || note === null) return false;
  const { screen: _, ...beside } = place;
  const here = toScreen(journey.entry().address);
  const isHere = here?.screen === 'note' && here.id === note.id && !here.view;
  // In its own note the page only takes the place of the panel: focus and place stay.
  if (isHere) journey.go(toAddress({ ...here, beside }), 'replace');
  else journey.go(besideAddress(note.id, place));
  return true;
}
