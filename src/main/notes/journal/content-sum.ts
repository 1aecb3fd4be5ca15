import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical.ts';
import type { Fields } from '#domain/journal/entry.ts';

/** Names a note's content, given as canonical JSON. */
export const sumOfText = (canonical: string): string => createHash('sha256').update(canonical, 'utf8').digest('base64');

/** The same of a content as the journal gives it. */
export const sumOf = (fields: Fields): string => sumOfText(canonicalJson(fields));
