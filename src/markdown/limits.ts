import { LIMITS } from '#domain/limits.ts';
import type { UnshownReason } from '#domain/page.ts';

/** Looks at a source before a parser does: what would cost more than a page may, and why. Linear. */
export function tooMuch(source: string): UnshownReason | null {
  if (source.length > LIMITS.pageSource || bytes(source) > LIMITS.pageSource) return 'too-large';
  return null;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
