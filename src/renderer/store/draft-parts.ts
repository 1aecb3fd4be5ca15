import type { Draft } from '#domain/journal/entry.ts';
import { ok, type Result } from '#domain/result.ts';
import type { KeepDrafts } from './note-saver.ts';

/** Characters of one message. */
const MOST = 200_000;

/** Hands many drafts on in messages that are not too large. Ends at the first that is refused. */
export async function keepInParts(drafts: readonly Draft[], keep: KeepDrafts): Promise<Result<null>> {
  let part: Draft[] = [];
  let size = 0;
  for (const draft of drafts) {
    const length = JSON.stringify(draft).length;
    if (part.length > 0 && (size + length > MOST || part.length >= 500)) {
      const kept = await keep(part);
      if (!kept.ok) return kept;
      part = [];
      size = 0;
    }
    part.push(draft);
    size += length;
  }
  return part.length === 0 ? ok(null) : keep(part);
}
