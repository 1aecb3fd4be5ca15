import type { InstalledPack } from '#store/packs.ts';

/** The `lang` that a pack's words need, where it differs from that of the window: they are spoken right, then. */
export const packLang = (pack: Pick<InstalledPack, 'language'> | undefined, window: string): string | undefined =>
  pack === undefined || pack.language === window || (window === 'en-XA' && pack.language === 'en-GB')
    ? undefined
    : pack.language;
