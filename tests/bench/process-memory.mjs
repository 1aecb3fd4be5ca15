import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of a process and all below it, in MiB: the proportional share of each page (PSS), so that what processes
 * share is counted once. Linux only.
 * @param {number} root
 */
export function memoryOfTree(root) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  let kib = 0;
  for (const id of parents.keys()) {
    if (!isBelow(id, root, parents)) continue;
    try {
      kib += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kib / 1024;
}

/** @param {number} id @param {number} root @param {Map<number, number>} parents */
function isBelow(id, root, parents) {
  for (let at = /** @type {number | undefined} */ (id); at !== undefined && at > 1; at = parents.get(at))
    if (at === root) return true;
  return false;
}
