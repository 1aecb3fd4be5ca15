/** A tool as it was drawn. Widths in css pixels, with the gap that follows it. */
export interface DrawnTool {
  readonly key: string;
  readonly width: number;
  /** The higher, the sooner it goes behind "More"; of equals the last one goes first. */
  readonly leaves: number;
}

/** The keys of the tools for which one row has no room. @param more what the button for them takes itself */
export function withoutRoom(tools: readonly DrawnTool[], room: number, more: number): ReadonlySet<string> {
  const out = new Set<string>();
  let taken = tools.reduce((sum, { width }) => sum + width, 0);
  if (taken <= room) return out;
  taken += more;
  for (const { key, width } of tools.toReversed().sort((a, b) => b.leaves - a.leaves)) {
    if (taken <= room) break;
    out.add(key);
    taken -= width;
  }
  return out;
}
