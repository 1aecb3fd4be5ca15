import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { z } from '#domain/schema.ts';

const compress = promisify(brotliCompress);
const expand = promisify(brotliDecompress);

/**
 * A manifest written by an older one, as brotli of a JSON list: a text that is new, or two numbers, from which piece of the
 * older one on and how many pieces. A piece ends with a comma. A manifest is mostly hashes, which nothing makes smaller,
 * and most of them stay from one release to the next.
 */
const patchSchema = z.array(z.union([z.string(), z.tuple([z.int().nonnegative(), z.int().positive()])]));

type Step = z.infer<typeof patchSchema>[number];

const piecesOf = (text: string): readonly string[] => text.split(/(?<=,)/);

/**
 * How to make the bytes of a manifest from those of an older one; `null` where that is not half of what it has. The same
 * bytes give the same patch.
 */
export async function manifestPatch(older: Buffer, newer: Buffer): Promise<Buffer | null> {
  const text = JSON.stringify(stepsBetween(piecesOf(older.toString('utf8')), piecesOf(newer.toString('utf8'))));
  const bytes = Buffer.from(text);
  // Whoever reads it expands no more than the manifest has.
  if (bytes.length > newer.length) return null;
  const patch = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return patch.length * 2 < newer.length ? patch : null;
}

function stepsBetween(older: readonly string[], newer: readonly string[]): readonly Step[] {
  const places = new Map<string, number>();
  for (const [at, piece] of older.entries()) if (!places.has(piece)) places.set(piece, at);
  const steps: Step[] = [];
  // Where the older one goes on, if what is new takes the place of something.
  let next = 0;
  for (const piece of newer) {
    const last = steps.at(-1);
    const at = older[next] === piece ? next : places.get(piece);
    if (at === undefined) {
      if (typeof last === 'string') steps[steps.length - 1] = last + piece;
      else steps.push(piece);
      next += 1;
      continue;
    }
    if (Array.isArray(last) && last[0] + last[1] === at) last[1] += 1;
    else steps.push([at, 1]);
    next = at + 1;
  }
  return steps;
}

/**
 * The bytes that a patch makes of an older manifest, never more than `length`; `null` where it makes none. Whether they
 * are the right ones, their hash says.
 */
export async function patchedManifest(older: Buffer, patch: Buffer, length: number): Promise<Buffer | null> {
  const steps = await stepsOf(patch, length);
  if (steps === null) return null;
  const pieces = piecesOf(older.toString('utf8'));
  const made: string[] = [];
  let size = 0;
  for (const step of steps) {
    const few = typeof step === 'string' ? [step] : copied(pieces, step);
    for (const piece of few) {
      // A letter has a byte at least.
      size += piece.length;
      if (size > length) return null;
      made.push(piece);
    }
  }
  const bytes = Buffer.from(made.join(''));
  return bytes.length === length ? bytes : null;
}

function* copied(pieces: readonly string[], [from, count]: readonly [number, number]): Generator<string> {
  for (let at = from; at < from + count; at++) {
    const piece = pieces[at];
    if (piece === undefined) return;
    yield piece;
  }
}

async function stepsOf(patch: Buffer, most: number): Promise<readonly Step[] | null> {
  try {
    const bytes = await expand(patch, { maxOutputLength: Math.max(1, most) });
    const parsed = patchSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
