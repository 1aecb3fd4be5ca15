import { z } from '../schema.ts';
import type { GraphNode } from './crate.ts';
import { isRecord } from './json.ts';
import { isUnsafePath } from './unsafe-path.ts';

/** A node as `readJson` gave it: without prototype keys and not too deep. */
const nodeSchema = z.custom<GraphNode>(isRecord);

/** What came with a note from another program and has no place in ours: kept, so that handing it on loses nothing. */
export const foreignSchema = z.object({
  /** Its folder, a path inside the bundle. */
  folder: z.string().refine((path) => !isUnsafePath(path)),
  /** The note itself, as the other program wrote it. */
  dataset: nodeSchema,
  /** What the note refers to; with the first note of a bundle also what belongs to no note. */
  nodes: z.array(nodeSchema).max(100_000),
  /** The other program's own description of the bundle; with its first note only. */
  crate: z.array(nodeSchema).max(10).default([]),
  /** Every file that came with it, listed or not. */
  files: z
    .array(
      z.object({
        path: z.string().refine((path) => !isUnsafePath(path)),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        size: z.number().int().min(0),
      }),
    )
    .max(10_000),
});

export type Foreign = z.infer<typeof foreignSchema>;
