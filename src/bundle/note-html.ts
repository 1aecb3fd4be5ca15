import type { PlacedFile } from '#domain/bundle/conversions.ts';
import { toHtml } from '#markdown/to-html.ts';

/** A note's Markdown as HTML, with the pictures that are at hand where they lie; `null` over the limits. */
export const noteHtml = (markdown: string, files: readonly PlacedFile[]): string | null =>
  toHtml(markdown, (src) => {
    const spellings = new Set([src, decoded(src)]);
    return files.find(({ name, sha256 }) => spellings.has(name) || src.endsWith(sha256))?.place ?? null;
  });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
