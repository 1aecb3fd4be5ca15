import { idSchema } from '#domain/pack/page.ts';

/** The name of a role that signs packs. Others would be file names that a publisher could choose. */
export const PUBLISHER_ROLE = /^packs-[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/;

const TARGET = /^packs\/([^/]+)\/pack\.json$/;

/** What metadata calls the manifest of a pack. */
export const targetPath = (pack: string): string => `packs/${pack}/pack.json`;

/** The pack that a target is the manifest of; `null` for a path that no manifest has. */
export function packOfTarget(path: string): string | null {
  const id = TARGET.exec(path)?.[1];
  return id !== undefined && idSchema.safeParse(id).success ? id : null;
}

/** Which packs a publisher may sign: those whose id begins so. */
export const pathsOf = (prefix: string): string => `packs/${prefix}*/*`;
