import type { Bridge } from '#bridge/calls.ts';
import type { Draft } from '#domain/journal/entry.ts';
import { ok, type Result } from '#domain/result.ts';

/** Keeps revisions outside the database: all or none of them, on the disk when it answers. */
export type KeepDrafts = (drafts: readonly Draft[]) => Promise<Result<null>>;

type Calls = Pick<Bridge['call'], 'journal:keep' | 'journal:gather' | 'journal:add' | 'journal:keep-all'>;

/** Of one message: characters, and revisions. */
const MOST = 200_000;
const MOST_DRAFTS = 500;

/** Hands them to main, in messages that are not too large: main writes nothing before it has all. */
export async function keepDrafts(drafts: readonly Draft[], call: Calls): Promise<Result<null>> {
  const parts = [...inParts(drafts)];
  const [only = []] = parts;
  if (parts.length < 2) return drafts.length === 0 ? ok(null) : call['journal:keep'](only);
  const begun = await call['journal:gather']();
  if (!begun.ok) return begun;
  for (const part of parts) {
    const added = await call['journal:add'](begun.value, part);
    if (!added.ok) return added;
  }
  return call['journal:keep-all'](begun.value);
}

function* inParts(drafts: readonly Draft[]): Generator<readonly Draft[]> {
  let part: Draft[] = [];
  let size = 0;
  for (const draft of drafts) {
    const length = JSON.stringify(draft).length;
    if (part.length > 0 && (size + length > MOST || part.length >= MOST_DRAFTS)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(draft);
    size += length;
  }
  if (part.length > 0) yield part;
}
