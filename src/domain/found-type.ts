/** What a search finds: pages of guidance, and notes. */
export const FOUND_TYPES = ['guidance', 'note'] as const;
export type FoundType = (typeof FOUND_TYPES)[number];

/** The notes as a pack of their own; no pack of guidance can be called so. */
export const NOTES_PACK = '@notes';

export const foundTypeOf = (pack: string): FoundType => (pack === NOTES_PACK ? 'note' : 'guidance');
