import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/**
 * Where a file is written until it is whole: beside its place, so that it can be moved there in one step, under a name
 * that nobody else has. Open it with `wx`.
 */
export const halfOf = (path: string): string => join(dirname(path), `satchel-${randomUUID()}.part`);
