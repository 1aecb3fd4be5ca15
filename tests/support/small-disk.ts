import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of memory that stands in place of a folder. */
export interface SmallDisk {
  /** Leaves not a byte of it free. */
  readonly fill: () => void;
  /** Takes back what `fill` wrote. */
  readonly free: () => void;
  /** Takes the disk away; the folder stays. */
  readonly end: () => void;
}

/** Puts a small disk in place of a folder, for the folder's owner; `null`, and a printed line, where none can be made. */
export function smallDisk(folder: string, megabytes: number): SmallDisk | null {
  const { uid, gid } = statSync(folder);
  const rights = `size=${megabytes}m,uid=${uid},gid=${gid},mode=700`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', rights, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    console.log(`skipped: no small disk can be made here (${String(error).split('\n')[0]})`);
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    fill() {
      for (const size of [1 << 20, 4096, 1]) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size));
        } catch {
          // As full as it gets in pieces of this size.
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    end: () => execFileSync('umount', ['-l', folder]),
  };
}
