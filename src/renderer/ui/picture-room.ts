/** A picture's place among those that are drawn now. */
export type Place = object;

/** Pixels of a picture beyond which it is counted: no camera and no screen makes more. */
const GIANT = 2 ** 26;
/** Pixels of all giants at once: two gigabytes. */
const ROOM = 2 ** 29;

const giants = new Map<Place, number>();

/** Takes room for a picture, or gives it back for 0 pixels. True where there is none: it would take the window's memory. */
export function crowds(place: Place, pixels: number): boolean {
  giants.delete(place);
  if (pixels <= GIANT) return false;
  let taken = pixels;
  for (const one of giants.values()) taken += one;
  if (taken > ROOM) return true;
  giants.set(place, pixels);
  return false;
}
