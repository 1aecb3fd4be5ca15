import { join } from 'node:path';
import { z } from '#domain/early-schema.ts';
import { type FileEffects, fileEffects, readJson } from '../../boot/json-file.ts';

// As much of the list as a start needs.
const schema = z.object({ servers: z.boolean(), sources: z.array(z.unknown()) });

const serverSchema = z.object({ kind: z.literal('https') });
const isServer = (row: unknown): boolean => serverSchema.safeParse(row).success;

/** Whether a start may ask any server: one is a source, or a person wanted to add one in the start before. */
export function mayAskServers(home: string, effects: FileEffects = fileEffects): boolean {
  const { data } = schema.safeParse(readJson(join(home, 'sources.json'), effects));
  return data !== undefined && (data.servers || data.sources.some(isServer));
}
