import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/**
 * Where a file is written until it is whole: beside its place, so that it can be moved there in one step, under a name
 * that nobody else has. Open it with `wx`.
 */
export const halfOf = (path: string): string => join(dirname(path), `satchel-${randomUUID()}.part`);

/** Whether a file is one that was not finished, should nobody be writing it. */
export const isHalf = (path: string): boolean => /^satchel-[0-9a-f-]{36}\.part$/.test(basename(path));
