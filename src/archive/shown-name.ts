import { basename } from 'node:path';
import { visibleText } from '#markdown/invisible.ts';

/** A file's name as a person can see all of it; of a root, which has none, the path. */
export const shownName = (path: string): string => visibleText(basename(path) || path);
