// A slot tells how often a stem stands in a section: in its heading (0 to 3), in what surrounds it (0 to 3) and in its
// text (0 to 15). More hardly changes a rank.

/** What one occurrence adds; one in the text adds 1. */
export const HEADING = 64;
export const AROUND = 16;
export const headingCount = (slot: number): number => slot >> 6;
export const aroundCount = (slot: number): number => (slot >> 4) & 3;
export const textCount = (slot: number): number => slot & 15;
