import type { PackFile } from '#domain/pack/manifest.ts';
import { type PageBody, pageBodySchema } from '#domain/pack/page.ts';

/** The page that verified bytes hold, or `null` when they are not the page that the manifest speaks of. */
export function readPage(bytes: Uint8Array, file: PackFile): PageBody | null {
  // A page is one line: pages travel as lines.
  if (bytes.includes(10)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = pageBodySchema.safeParse(JSON.parse(text));
    return parsed.success && speaksOf(parsed.data, file) ? parsed.data : null;
  } catch {
    // Not UTF-8, not JSON, or nested deeper than the stack.
    return null;
  }
}

function speaksOf({ meta, sections }: PageBody, file: PackFile): boolean {
  return (
    meta.id === file.page &&
    meta.path === file.path &&
    sections.length === file.sections?.length &&
    sections.every((section, at) => section.id === file.sections?.[at])
  );
}
