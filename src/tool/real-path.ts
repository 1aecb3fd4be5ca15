import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';

/** Whether a path is a folder or something in it, whatever links lead there; neither must be there yet. */
export async function isInside(path: string, folder: string): Promise<boolean> {
  const [from, to] = await Promise.all([realOf(resolve(folder)), realOf(resolve(path))]);
  return to === from || to.startsWith(from.endsWith(sep) ? from : from + sep);
}

/** The real path of what is there of a path, and the rest as it is. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(await realOf(parent), path.slice(parent.length).replace(/^[\\/]+/, ''));
  }
}
